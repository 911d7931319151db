package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.KeptCollection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How riders' faces are kept in Rekognition.
 *
 * @param kept the collection that is first live, and the model that it must be of
 * @param duplicates when two faces are taken for one person's, by its similarity
 * @param nearness which two faces are near enough for people to look at both; {@code null}: none
 * @param lease how long one registration may take before others no longer wait for it; longer than
 *     its calls take, save the slowest
 * @param patience how long a registration waits for its turn; longer than {@code lease}, so that it
 *     outlives one whose process died
 */
public record RiderFacesSettings(
    KeptCollection kept,
    FaceTables tables,
    DuplicateRule duplicates,
    @Nullable DuplicateRule nearness,
    Duration lease,
    Duration patience) {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Makes settings that suit Rekognition's usual pace. */
  public RiderFacesSettings(
      KeptCollection kept,
      FaceTables tables,
      DuplicateRule duplicates,
      @Nullable DuplicateRule nearness) {
    this(kept, tables, duplicates, nearness, LEASE, PATIENCE);
  }

  /** On a scale that needs no rule that grows with the collection. */
  double duplicateSimilarity() {
    return duplicates.similarity();
  }

  /** More than any two faces are alike if people look at none. */
  double nearSimilarity() {
    return nearness == null ? Double.MAX_VALUE : nearness.similarity();
  }
}
