package dev.riderphotos.verification;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import org.jspecify.annotations.Nullable;

/**
 * A rider's photo, and how it is sent.
 *
 * @param key the id that its sender gives to the execution, so that however often it is sent there
 *     is one; {@code null}: it is given one here
 * @param fileName as the rider has it; blank if unknown
 * @param replace whether the rider may send the registered face again
 * @param email where to send word of a refusal; {@code null}: as configured
 * @param attended whether the rider sees on a page what comes of it
 * @param language which the rider is told of a refusal in; {@code null}: as configured
 * @param consent to keeping the photo, if the rider was asked
 */
public record SentPhoto(
    @Nullable ExecutionId key,
    RiderId rider,
    String fileName,
    Photo photo,
    boolean replace,
    @Nullable EmailAddress email,
    boolean attended,
    @Nullable Language language,
    @Nullable Consent consent) {

  /** What the execution of it is to be of, once the photo is there. */
  Submission storedAt(PhotoRef ref) {
    return new Submission(rider, ref, replace, email, attended, language, consent);
  }
}
