package dev.riderphotos.app;

import dev.riderphotos.event.EventDispatcher;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.RejectedExecutionException;

/** Has events delivered soon after they came, for as long as a server runs. */
@Singleton
@Requires(beans = EmbeddedServer.class)
class EventDelivery {
  private final EventDispatcher dispatcher;
  private volatile boolean open;

  EventDelivery(EventDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** Takes up what an earlier process left; before objects come in. */
  void start() {
    dispatcher.resume();
    open = true;
  }

  @Scheduled(fixedDelay = "100ms")
  void deliver() {
    if (open) {
      try {
        dispatcher.deliver();
      } catch (RejectedExecutionException closing) {
        open = false; // what is left is delivered after the next start
      }
    }
  }

  @PreDestroy
  void stop() {
    open = false;
  }
}
