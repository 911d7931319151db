package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a lease from running out until it is closed; one that is lost stays lost. */
final class Renewal implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;

  Renewal(HeldLease held, Duration pause) {
    thread = Thread.ofVirtual().name("lease-renewal").start(() -> renew(held, pause));
  }

  private void renew(HeldLease held, Duration pause) {
    try {
      while (!done.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        renew(held);
      }
    } catch (HeldLease.Lost _) {
      // Whoever holds it notices at the end of the work.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void renew(HeldLease held) throws HeldLease.Lost {
    try {
      held.renew();
    } catch (BackendException _) {
      // The next renewal may come through, and the lease outlives some that do not.
    }
  }

  /** Waits until nothing is being renewed any more. */
  @Override
  public void close() {
    done.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
