package dev.riderphotos.testkit;

import dev.riderphotos.rider.LongAway;
import dev.riderphotos.rider.NewLink;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.Reviewed;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what it was to send. */
public final class RecordingRiderNotifier implements RiderNotifier {
  private final Map<String, Notification> sent = new LinkedHashMap<>();

  @Override
  public synchronized void send(Notification notification) {
    sent.putIfAbsent(notification.id(), notification);
  }

  @Override
  public synchronized int forget(RiderId rider) {
    int before = sent.size();
    sent.values().removeIf(notification -> notification.rider().equals(rider));
    return before - sent.size();
  }

  /** Of photos that were not taken; the first first. */
  public synchronized List<Refusal> sent() {
    return all(Refusal.class);
  }

  /** Of links that were asked for; the first first. */
  public synchronized List<NewLink> links() {
    return all(NewLink.class);
  }

  /** Of what people decided; the first first. */
  public synchronized List<Reviewed> reviewed() {
    return all(Reviewed.class);
  }

  /** Of riders who were not here for long; the first first. */
  public synchronized List<LongAway> away() {
    return all(LongAway.class);
  }

  /** Of everything; the first first. */
  public synchronized List<Notification> all() {
    return List.copyOf(sent.values());
  }

  private <T extends Notification> List<T> all(Class<T> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
