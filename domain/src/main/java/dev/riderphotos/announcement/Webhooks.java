package dev.riderphotos.announcement;

/** Where announcements go. One attempt takes less than {@link Announcements#TURN}. */
public interface Webhooks {
  /**
   * Tells of it once; a repetition has the same id, by which whoever is told knows it. Never throws
   * for what the receiver does: that is an answer.
   *
   * @throws dev.riderphotos.BackendException if it cannot be told, which may pass
   */
  Answer send(Announcement announcement);

  /** What came of an attempt. */
  sealed interface Answer {
    /** For an operator to read; nothing that the receiver may say at will. */
    String said();

    /** It arrived. */
    record Accepted(String said) implements Answer {}

    /** It did not, or whoever is there did not want it: it is tried again. */
    record Refused(String said) implements Answer {}

    /** Whoever was there is gone for good: nothing more is to be sent. */
    record Gone(String said) implements Answer {}
  }
}
