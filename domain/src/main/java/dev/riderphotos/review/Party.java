package dev.riderphotos.review;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import org.jspecify.annotations.Nullable;

/**
 * One side of a case: a rider, and the photo of them that is compared.
 *
 * @param execution by which the photo came; {@code null} if that is not known any more
 * @param photo where it is kept; {@code null} if that is not known
 * @param box of the face in it; {@code null} if that is not known
 * @param face as which it is registered, under the id it had when the case was opened or last
 *     decided; {@code null} of a photo that was refused
 */
public record Party(
    RiderId rider,
    @Nullable ExecutionId execution,
    @Nullable PhotoRef photo,
    @Nullable BoundingBox box,
    @Nullable FaceId face) {
  /** Whether the face is registered. */
  public boolean registered() {
    return face != null;
  }
}
