package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * A face to be registered.
 *
 * @param image the upload it comes from: registering from the same image again is a retry
 * @param externalImageId whose it is
 * @param mayResembleOwn whether it may be like a face that is registered for the same person
 * @param own the face by which that person is known, under whatever name; {@code null} if there is
 *     none
 * @param ownSimilarity from which similarity on it is like such a face, above 0, at most 100
 */
public record NewFace(
    ImageId image,
    ExternalImageId externalImageId,
    DetectedFace face,
    boolean mayResembleOwn,
    @Nullable FaceId own,
    double ownSimilarity) {

  /** Of somebody who is known by no face. */
  public NewFace(
      ImageId image, ExternalImageId externalImageId, DetectedFace face, boolean mayResembleOwn) {
    this(image, externalImageId, face, mayResembleOwn, null, DuplicateRule.REFERENCE_SIMILARITY);
  }

  /** The same face, of somebody who is known by another. */
  public NewFace beside(@Nullable FaceId known, double similarity) {
    return new NewFace(image, externalImageId, face, mayResembleOwn, known, similarity);
  }

  /** Whether the indexed face is of the same person as the new one is said to be. */
  public boolean isOwn(IndexedFace indexed) {
    return indexed.id().equals(own) || externalImageId.equals(indexed.externalImageId());
  }

  /**
   * Whether this indexed face stands in the way of the new one: another's by the collection's rule,
   * the same person's by comparison of the two.
   */
  public boolean isBarredBy(FaceMatch match) {
    if (match.face().image().equals(image)) {
      return false;
    }
    return isOwn(match.face())
        ? !mayResembleOwn && match.similarity() >= ownSimilarity
        : match.duplicate();
  }

  /** The least similarity at which a face may stand in the way that is said to be the same's. */
  public double leastOwn() {
    return mayResembleOwn ? 100 : ownSimilarity;
  }
}
