package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.event.Deliveries;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.ObjectListener;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.DeliveriesContract;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.RecordingEventWatcher;
import dev.riderphotos.testkit.SettableClock;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the dispatcher delivers of the outbox in SQLite. */
class SqliteDeliveriesTest extends DeliveriesContract {
  @RegisterExtension private final Storage storage = new Storage();
  private final SettableClock clock = new SettableClock();

  @Override
  protected Deliveries deliveries(ObjectListener owner) {
    return deliveries(outbox(), owner);
  }

  @Override
  protected Deliveries brokenDeliveries(ObjectListener owner) {
    Faults broken = new Faults();
    broken.always(Fault.RETRYABLE, _ -> true);
    return deliveries(broken.around(Outbox.class, outbox()), owner);
  }

  @Override
  protected ObjectCreated arrive(PhotoRef ref) {
    EventId id =
        storage.database().write("announce", connection -> outbox().announce(connection, ref));
    outbox().complete(id);
    return new ObjectCreated(id, ref, clock.instant());
  }

  @Override
  protected void untilDueAgain() {
    clock.goOn(EventSettings.DEFAULT.delay());
  }

  private Deliveries deliveries(Outbox outbox, ObjectListener owner) {
    return new EventDispatcher(
        outbox, owner, EventSettings.DEFAULT, new RecordingEventWatcher(), Runnable::run, clock);
  }

  private SqliteOutbox outbox() {
    return new SqliteOutbox(storage.database(), clock);
  }
}
