package dev.riderphotos.web.verification;

import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Sighting;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a rider was last here, as it is noted. */
@Serdeable
record SightingAnswer(
    Instant lastSeenAt,
    @Nullable String email,
    @Nullable String language,
    @Nullable Instant toldAt) {
  static SightingAnswer of(Sighting sighting) {
    EmailAddress email = sighting.email();
    Language language = sighting.language();
    return new SightingAnswer(
        sighting.seenAt(),
        email == null ? null : email.value(),
        language == null ? null : language.tag(),
        sighting.toldAt());
  }
}
