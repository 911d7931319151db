package dev.riderphotos.app.server;

import dev.riderphotos.BackendException;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.web.access.Quotas;

/**
 * Sends word to a rider so often in a day and no more: who sends bad photos on end must not fill
 * anybody's mailbox. A verdict stands without its mail, and the step's end says why none was sent.
 */
public final class QuotaNotifier implements RiderNotifier {
  private final RiderNotifier notifier;
  private final Quotas quotas;

  public QuotaNotifier(RiderNotifier notifier, Quotas quotas) {
    this.notifier = notifier;
    this.quotas = quotas;
  }

  @Override
  public void send(Notification notification) {
    if (!quotas.takeMail(notification.rider())) {
      throw new BackendException(
          "send a mail: the rider has had as many today as quotas.mails-per-rider-day allows",
          false,
          new IllegalStateException("quotas.mails-per-rider-day"));
    }
    notifier.send(notification);
  }
}
