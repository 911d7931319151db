package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A face of the old collection that is to be moved.
 *
 * @param image the image that it was indexed from, as the old collection names it
 * @param user whom the face belongs to, if that is known
 * @param box where the face is in its photo: with an area, and at least partly in the picture
 */
public record ProvidedFace(FaceId id, ImageId image, @Nullable UserId user, BoundingBox box) {
  public ProvidedFace {
    if (!(box.withinPicture().area() > 0)) {
      throw new IllegalArgumentException("The box of a face has an area within its picture");
    }
  }
}
