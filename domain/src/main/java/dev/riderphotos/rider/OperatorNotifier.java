package dev.riderphotos.rider;

/** Sends word to operators, by the same way as to riders. */
public interface OperatorNotifier {
  /**
   * Sends the mail, or hands it over for good to what will send it. A repeated call with the same
   * {@link OperatorMail#id} sends nothing twice where the backend can tell; else it may. Faults are
   * {@link dev.riderphotos.BackendException}s.
   */
  void send(OperatorMail mail);
}
