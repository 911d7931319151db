package dev.riderphotos.rider;

/** Sends word to riders. */
public interface RiderNotifier {
  /**
   * Sends the notification, or hands it over for good to what will send it. A repeated call with
   * the same {@link Notification#id} sends nothing twice where the backend can tell; else it may.
   * Faults are {@link dev.riderphotos.BackendException}s.
   */
  void send(Notification notification);
}
