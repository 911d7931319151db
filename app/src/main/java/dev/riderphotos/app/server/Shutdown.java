package dev.riderphotos.app.server;

import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.web.Closing;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of a server in good order, in less time than those who end processes wait before they
 * kill them. Load balancers and callers hear of it first, then what runs may come to its end. What
 * does not, and what waits, is left to the journal.
 */
@Singleton
public final class Shutdown {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So that who has a connection open is told, and does not find it closed. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Closing closing;
  private final Connections connections;
  private final ExecutionRunner runner;
  private final List<BackgroundWork> background;
  private final NettyEmbeddedServer server;

  Shutdown(
      Closing closing,
      Connections connections,
      ExecutionRunner runner,
      List<BackgroundWork> background,
      NettyEmbeddedServer server) {
    this.closing = closing;
    this.connections = connections;
    this.runner = runner;
    this.background = background;
    this.server = server;
  }

  /** Returns when nothing runs any more, or too much time went by; whether nothing runs. */
  public boolean run() throws InterruptedException {
    long begun = System.nanoTime();
    closing.begin();
    connections.stopListening();
    background.forEach(BackgroundWork::stop);
    boolean idle = runner.stop(PATIENCE);
    for (BackgroundWork work : background) {
      idle &= work.awaitEnd(left(begun, PATIENCE));
    }
    awaitFarewells(begun);
    boolean answered = answered(left(begun, PATIENCE));
    return idle && answered;
  }

  /** Closes connections that are idle, and the others once they have had their answer. */
  private boolean answered(Duration patience) throws InterruptedException {
    try {
      Object _ =
          server
              .shutdownGracefully()
              .toCompletableFuture()
              .get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException unanswered) {
      return false;
    }
  }

  private void awaitFarewells(long begun) throws InterruptedException {
    while (connections.open() > 0 && left(begun, FAREWELL).isPositive()) {
      Thread.sleep(LOOK_EVERY);
    }
  }

  private static Duration left(long begun, Duration patience) {
    return patience.minusNanos(System.nanoTime() - begun);
  }
}
