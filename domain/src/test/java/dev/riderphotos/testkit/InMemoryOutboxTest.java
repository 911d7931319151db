package dev.riderphotos.testkit;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.photo.PhotoRef;

class InMemoryOutboxTest extends OutboxContract {
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final TickingClock clock = new TickingClock();

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected ObjectCreated arrive(PhotoRef ref) {
    ObjectCreated event = new ObjectCreated(EventId.random(), ref, clock.instant());
    outbox.add(event);
    return event;
  }
}
