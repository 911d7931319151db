package dev.riderphotos.testkit;

import dev.riderphotos.rider.Notification;
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

  /** The first first. */
  public synchronized List<Notification> sent() {
    return List.copyOf(sent.values());
  }
}
