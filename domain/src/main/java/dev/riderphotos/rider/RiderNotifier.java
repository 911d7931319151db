package dev.riderphotos.rider;

/** Sends word to riders. */
public interface RiderNotifier {
  /**
   * Sends the notification, or hands it over for good to what will send it. A repeated call with
   * the same {@link Notification#id} sends nothing twice where the backend can tell; else it may.
   * Faults are {@link dev.riderphotos.BackendException}s.
   */
  void send(Notification notification);

  /**
   * Deletes the word to this rider that is still here, for good; harmless if there is none, as
   * where whoever sends keeps nothing.
   *
   * @return how much there was
   */
  default int forget(RiderId rider) {
    return 0;
  }
}
