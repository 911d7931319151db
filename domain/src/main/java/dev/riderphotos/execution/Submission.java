package dev.riderphotos.execution;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import org.jspecify.annotations.Nullable;

/**
 * What an execution is started with.
 *
 * @param photo where the photo is, or will be before the execution is run
 * @param replace whether the rider may send the registered face again
 * @param email where to send word of a refusal; {@code null}: as configured
 * @param attended whether the rider sees on a page what comes of it, and so needs no word of what
 *     is no news
 * @param language which the rider is told of it in; {@code null}: as configured
 * @param consent to keeping the photo, if the rider was asked
 */
public record Submission(
    RiderId rider,
    PhotoRef photo,
    boolean replace,
    @Nullable EmailAddress email,
    boolean attended,
    @Nullable Language language,
    @Nullable Consent consent) {

  /** One that nobody attends, and that says nothing of language and consent. */
  public Submission(RiderId rider, PhotoRef photo, boolean replace, @Nullable EmailAddress email) {
    this(rider, photo, replace, email, false, null, null);
  }

  /** The same, with what is known of the rider's consent. */
  public Submission with(@Nullable Consent given) {
    return new Submission(rider, photo, replace, email, attended, language, given);
  }
}
