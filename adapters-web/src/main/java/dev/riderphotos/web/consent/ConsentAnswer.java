package dev.riderphotos.web.consent;

import dev.riderphotos.consent.Consent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a rider gave.
 *
 * @param version of the text
 * @param language which the text was in, such as {@code de}
 */
@Serdeable
public record ConsentAnswer(String version, String language, Instant at) {
  public static ConsentAnswer of(Consent consent) {
    return new ConsentAnswer(consent.version(), consent.language().tag(), consent.at());
  }

  public static @Nullable ConsentAnswer ofNullable(@Nullable Consent consent) {
    return consent == null ? null : of(consent);
  }
}
