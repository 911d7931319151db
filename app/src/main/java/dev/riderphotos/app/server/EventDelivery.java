package dev.riderphotos.app.server;

import dev.riderphotos.event.Deliveries;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has events delivered soon after they came, for as long as a server runs. */
@Singleton
@Requires(beans = Deliveries.class)
public final class EventDelivery implements BackgroundWork {
  /** What is out of order now, such as a full disk, will hardly be in order at once. */
  private static final Pace PACE = new Pace(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Deliveries deliveries;
  private final Repeatedly delivering;

  EventDelivery(Deliveries deliveries, Background background) {
    this.deliveries = deliveries;
    this.delivering = background.repeatedly("deliver events", PACE, deliveries::deliver);
  }

  /** Takes up what an earlier process left; before objects come in. */
  @Override
  public void start() {
    deliveries.resume();
    delivering.start(Duration.ZERO);
  }

  /** Begins no more events; others wait for the next start. Who waits for some is woken. */
  @Override
  public void stop() {
    deliveries.stop();
    delivering.wake();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return delivering.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    stop();
    delivering.close();
  }
}
