package dev.riderphotos.retention;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Mail to riders that is kept here, if whoever sends it keeps any. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface KeptMail {
  /** Where nothing is kept. */
  KeptMail NONE =
      new KeptMail() {
        @Override
        public void each(Predicate<Letter> reader) {}

        @Override
        public void delete(Letter letter) {}
      };

  /**
   * Shows the reader each mail that is here all the while, in any order and one after the other,
   * until it says that this is enough: however many there are, the memory it takes is the same. The
   * reader may delete what it is shown.
   *
   * @param reader whether to go on
   */
  void each(Predicate<Letter> reader);

  /** Deletes it for good; harmless when it is not there. */
  void delete(Letter letter);

  /**
   * A mail.
   *
   * @param name of this mail alone
   * @param writtenAt to the second
   */
  record Letter(String name, Instant writtenAt) {}
}
