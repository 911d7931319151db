package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import org.jspecify.annotations.Nullable;

/**
 * A face that was to be moved, and what became of it.
 *
 * @param photo that it was found in; {@code null} if no photo of it is known
 * @param reason in the reference's words, where there is something to say
 * @param match the new face that it is, or the nearest of those that it is not; {@code null} if
 *     none overlaps it
 */
public record FaceRow(
    ProvidedFace provided,
    @Nullable PhotoRef photo,
    @Nullable ExternalImageId externalImageId,
    Outcome outcome,
    @Nullable String reason,
    @Nullable Match match) {
  private static final double DOUBTFUL = 0.7;
  private static final double CLOSE = 0.1;

  /**
   * A new face that overlaps an old one.
   *
   * @param iou how much the two boxes have in common, at most 1; 0 only where an operator says that
   *     it is the face nevertheless
   * @param second how much the next best new face has in common with the old one, 0 if there is
   *     none
   */
  public record Match(IndexedFace face, double iou, double second) {}

  static FaceRow of(
      ProvidedFace provided,
      ImageRecord record,
      Outcome outcome,
      @Nullable String reason,
      @Nullable Match match) {
    return new FaceRow(provided, record.photo(), record.externalImageId(), outcome, reason, match);
  }

  /** The face in the new collection; {@code null} if it was not moved. */
  public @Nullable FaceId newFace() {
    return outcome == Outcome.MOVED && match != null ? match.face().id() : null;
  }

  /** Whether an operator decided what became of it. */
  public boolean decided() {
    return ReviewFace.MATCHED.equals(reason) || ReviewFace.DROPPED.equals(reason);
  }

  /** Where it is in its photo: in its old box, unless an operator said that it is elsewhere. */
  BoundingBox place() {
    return ReviewFace.MATCHED.equals(reason) && match != null ? match.face().box() : provided.box();
  }

  /**
   * Whether an operator had better look at it: not found again, or moved to a box that is little
   * like the old one, or to one of two that are about as near.
   */
  public boolean doubtful() {
    return switch (outcome) {
      case NOT_REINDEXED -> true;
      case MOVED ->
          match != null && (match.iou() < DOUBTFUL || match.iou() - match.second() <= CLOSE);
      case FAILED, REJECTED, WITHDRAWN -> false;
    };
  }
}
