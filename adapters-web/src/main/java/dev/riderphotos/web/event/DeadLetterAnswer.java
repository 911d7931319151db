package dev.riderphotos.web.event;

import dev.riderphotos.event.DeadLetters.DeadLetter;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * An event that nobody could deal with.
 *
 * @param at when its object arrived
 * @param error of the last attempt
 * @param deadSince when it was given up
 */
@Serdeable
public record DeadLetterAnswer(
    String eventId,
    String s3bucket,
    String s3key,
    Instant at,
    int attempts,
    String error,
    Instant deadSince) {
  public static DeadLetterAnswer of(DeadLetter letter) {
    return new DeadLetterAnswer(
        letter.event().id().toString(),
        letter.event().ref().bucket(),
        letter.event().ref().key(),
        letter.event().at(),
        letter.attempts(),
        letter.error(),
        letter.since());
  }
}
