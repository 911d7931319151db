package dev.riderphotos.web.execution;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Answer;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Refuses photos that riders did not consent to, before anything of them is kept. */
@Singleton
class Agreements {
  private final Consents consents;
  private final PhotoStore photos;
  private final InstantSource clock;

  Agreements(Consents consents, PhotoStore photos, InstantSource clock) {
    this.consents = consents;
    this.photos = photos;
    this.clock = clock;
  }

  /**
   * The consent to be kept with the photo.
   *
   * @throws ProblemException if it is missing where it must be there, or is to another text
   */
  @Nullable Consent of(Said said) {
    Answer answer =
        said.onPage()
            ? consents.answerOnPage(said.consent(), clock.instant())
            : consents.answer(said.consent(), clock.instant());
    return switch (answer) {
      case Answer.Taken(Consent consent) -> consent;
      case Answer.Missing _ ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "CONSENT_REQUIRED",
              said.onPage()
                  ? "We need your consent before we take your photo. Read what we keep, and agree."
                  : "The rider's consent is needed. Send as consent the version of the text that"
                      + " the rider has agreed to: GET /v1/consent.");
      case Answer.Changed _ ->
          throw new ProblemException(
              HttpStatus.CONFLICT,
              "CONSENT_CHANGED",
              said.onPage()
                  ? "What you agree to has changed. Load this page again, read it, and agree."
                  : "What riders agree to has changed. Ask the rider again, with the text of"
                      + " GET /v1/consent.");
    };
  }

  /** Of a photo in a bucket; where consent is required, what its metadata say counts, too. */
  @Nullable Consent of(PhotoRef photo, @Nullable String version) {
    boolean look = version == null && consents.asked() == Consents.Asked.REQUIRED;
    String said = look ? photos.consent(photo).orElse(null) : version;
    return of(Said.byProgram(said, null));
  }
}
