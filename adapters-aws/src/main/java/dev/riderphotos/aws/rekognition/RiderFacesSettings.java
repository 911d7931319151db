package dev.riderphotos.aws.rekognition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a Rekognition collection is used.
 *
 * @param collection its id
 * @param duplicateSimilarity from which on two faces are taken for one person's, above 0, at most
 *     100
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
    double duplicateSimilarity,
    @Nullable String faceModel,
    Duration lease,
    Duration patience) {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  public RiderFacesSettings {
    if (!(duplicateSimilarity > 0 && duplicateSimilarity <= 100)) {
      throw new IllegalArgumentException("A duplicate similarity is above 0 and at most 100");
    }
  }

  /** Makes settings that suit Rekognition's usual pace. */
  public RiderFacesSettings(
      String collection,
      FaceTables tables,
      double duplicateSimilarity,
      @Nullable String faceModel) {
    this(collection, tables, duplicateSimilarity, faceModel, LEASE, PATIENCE);
  }
}
