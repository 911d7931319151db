package dev.riderphotos.face;

/**
 * A face to be registered.
 *
 * @param image the upload it comes from: registering from the same image again is a retry
 * @param externalImageId whose it is
 * @param mayResembleOwn whether a face that is already indexed under the same {@code
 *     externalImageId} is no duplicate of this one
 */
public record NewFace(
    ImageId image, ExternalImageId externalImageId, DetectedFace face, boolean mayResembleOwn) {

  /** Whether this indexed face stands in the way of the new one. */
  public boolean isBarredBy(FaceMatch match) {
    return match.duplicate()
        && !match.face().image().equals(image)
        && !(mayResembleOwn && externalImageId.equals(match.face().externalImageId()));
  }
}
