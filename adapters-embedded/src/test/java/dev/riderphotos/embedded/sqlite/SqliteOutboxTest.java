package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.event.Outbox.Delivery;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.OutboxContract;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteOutboxTest extends OutboxContract {
  private static final PhotoRef REF = new PhotoRef("drink-photos", "Bar/drink.jpg");

  @RegisterExtension private final Storage storage = new Storage();
  private Instant now = Instant.parse("2026-01-01T00:00:00.000001Z");

  @Override
  protected Outbox outbox() {
    return sqlite();
  }

  @Override
  protected ObjectCreated arrive(PhotoRef ref) {
    now = now.plusNanos(1);
    EventId id = announce(ref);
    sqlite().complete(id);
    return new ObjectCreated(id, ref, now);
  }

  @Test
  void anAnnouncedEventIsDueOnceItIsComplete() {
    EventId id = announce(REF);
    assertThat(outbox().due(now, 1)).isEmpty();

    sqlite().complete(id);

    assertThat(outbox().due(now, 1))
        .containsExactly(new Delivery(new ObjectCreated(id, REF, now), 0));
  }

  @Test
  void whatAKilledProcessHadAnnouncedIsDueAfterTheNextStart() throws IOException {
    EventId id = announce(REF);
    storage.reopen();
    assertThat(outbox().due(now, 1)).isEmpty();

    outbox().resume(now);

    assertThat(outbox().due(now, 1))
        .containsExactly(new Delivery(new ObjectCreated(id, REF, now), 0));
  }

  @Test
  void whatArrivesInAWatchedBucketIsAnEvent() {
    FilePhotoStore store =
        new FilePhotoStore(storage.folder(), storage.database(), sqlite(), Set.of("drink-photos"));

    store.put(REF, Photo.of(new byte[] {1}));
    store.put(new PhotoRef("elsewhere", "x"), Photo.of(new byte[] {1}));
    store.delete(REF);

    assertThat(outbox().due(now, 10))
        .extracting(delivery -> delivery.event().ref())
        .containsExactly(REF);
  }

  private EventId announce(PhotoRef ref) {
    return storage.database().write("announce", connection -> sqlite().announce(connection, ref));
  }

  private SqliteOutbox sqlite() {
    return new SqliteOutbox(storage.database(), () -> now);
  }
}
