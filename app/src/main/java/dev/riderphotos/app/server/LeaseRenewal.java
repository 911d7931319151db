package dev.riderphotos.app.server;

import java.time.Duration;

/**
 * Renews, from the first to the last, what a process holds on leases: also while a command runs,
 * and while a server ends.
 */
public final class LeaseRenewal implements AutoCloseable {
  private final Repeatedly renewing;

  /**
   * Begins to renew leases.
   *
   * @param every a fraction of the lease, so that it outlives a renewal or two that fail
   */
  public LeaseRenewal(Runnable renewal, Duration every, Background background) {
    this.renewing = background.repeatedly("renew leases", Pace.every(every), renewal);
    renewing.start(every);
  }

  @Override
  public void close() {
    renewing.close();
  }
}
