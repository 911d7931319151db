package dev.riderphotos.verification;

import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.RiderNotifier;

/**
 * Sends no word to riders who are to be erased: their address is to be forgotten, not written to.
 */
public final class QuietWhileErased implements RiderNotifier {
  private final RiderNotifier notifier;
  private final ErasureWishes wishes;

  public QuietWhileErased(RiderNotifier notifier, ErasureWishes wishes) {
    this.notifier = notifier;
    this.wishes = wishes;
  }

  @Override
  public void send(Notification notification) {
    if (!wishes.contain(notification.rider())) {
      notifier.send(notification);
    }
  }
}
