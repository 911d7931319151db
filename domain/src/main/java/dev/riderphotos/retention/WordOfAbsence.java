package dev.riderphotos.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.BackendException;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.LongAway;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.rider.Sighting;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Word to riders who were not here for long. A repeated call sends the same notification. */
public final class WordOfAbsence {
  private final RiderNotifier notifier;
  private final Function<RiderId, EmailAddress> addresses;
  private final Language language;

  /**
   * Sends word by this notifier.
   *
   * @param addresses of riders who sent a photo without one
   * @param language of riders who are not known to speak another
   */
  public WordOfAbsence(
      RiderNotifier notifier, Function<RiderId, EmailAddress> addresses, Language language) {
    this.notifier = notifier;
    this.addresses = addresses;
    this.language = language;
  }

  /** Tells the rider, if that is possible: the term does not wait for an address that works. */
  void tell(Sighting last, Instant goesAt) {
    EmailAddress given = last.email();
    Language spoken = last.language();
    try {
      notifier.send(
          new LongAway(
              id(last),
              given == null ? addresses.apply(last.rider()) : given,
              last.rider(),
              last.seenAt(),
              goesAt,
              spoken == null ? language : spoken));
    } catch (BackendException fault) {
      if (fault.retryable()) {
        throw fault; // it is sent by the next sweep
      }
    }
  }

  /** Names the word of this absence, and not the rider. */
  private static String id(Sighting last) {
    String absence = last.rider().value() + "\n" + last.seenAt();
    return UUID.nameUUIDFromBytes(absence.getBytes(UTF_8)).toString();
  }
}
