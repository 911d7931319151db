package dev.riderphotos.web.review;

import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of how many newcomers people look at the face, because it is so near another's.
 *
 * @param nearness which two faces are near enough for that; {@code null}: none
 */
public record NewcomersSeen(@Nullable DuplicateRule nearness) {
  /** Of a hundred, in figures; empty where nobody can say. */
  Optional<String> inHundred() {
    return switch (nearness) {
      case FalseAlarms(double rate) -> Optional.of(figures(100 * rate));
      case FixedSimilarity _ -> Optional.empty();
      case null -> Optional.of("0");
    };
  }

  private static String figures(double number) {
    return BigDecimal.valueOf(number)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
