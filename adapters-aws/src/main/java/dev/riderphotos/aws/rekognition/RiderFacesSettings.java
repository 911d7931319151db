package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.DuplicateRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a Rekognition collection is used.
 *
 * @param collection its id
 * @param duplicates when two faces are taken for one person's, by its similarity
 * @param faceModel the face model that the collection must have been made with, or {@code null} for
 *     any
 * @param lease how long one registration may take before others no longer wait for it; longer than
 *     its calls take, save the slowest
 * @param patience how long a registration waits for its turn; longer than {@code lease}, so that it
 *     outlives one whose process died
 */
public record RiderFacesSettings(
    String collection,
    FaceTables tables,
    DuplicateRule duplicates,
    @Nullable String faceModel,
    Duration lease,
    Duration patience) {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Makes settings that suit Rekognition's usual pace. */
  public RiderFacesSettings(
      String collection, FaceTables tables, DuplicateRule duplicates, @Nullable String faceModel) {
    this(collection, tables, duplicates, faceModel, LEASE, PATIENCE);
  }

  /** On a scale that needs no rule that grows with the collection. */
  double duplicateSimilarity() {
    return duplicates.similarity();
  }
}
