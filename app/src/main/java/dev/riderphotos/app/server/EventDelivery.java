package dev.riderphotos.app.server;

import dev.riderphotos.event.Deliveries;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has events delivered soon after they came, for as long as a server runs. */
@Singleton
@Requires(beans = Deliveries.class)
public final class EventDelivery extends RepeatedWork {
  /** What is out of order now, such as a full disk, will hardly be in order at once. */
  private static final Pace PACE = new Pace(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Deliveries deliveries;

  EventDelivery(Deliveries deliveries, Background background) {
    super(background.repeatedly("deliver events", PACE, deliveries::deliver));
    this.deliveries = deliveries;
  }

  /** Takes up what an earlier process left; before objects come in. */
  @Override
  public void start() {
    deliveries.resume();
    super.start();
  }

  /** Begins no more events; others wait for the next start. Who waits for some is woken. */
  @Override
  public void stop() {
    deliveries.stop();
    wake();
  }
}
