package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import org.jspecify.annotations.Nullable;

/** Pictures as Rekognition is given them: where it reads them itself, or in the request. */
final class RekognitionImages {
  private final boolean readsStored;
  private final InlinePhotos inline;

  /**
   * @param readsStored whether photos are kept in S3, where Rekognition can read them; otherwise
   *     they are sent to it
   * @param thumbnailer encodes what is sent
   */
  RekognitionImages(boolean readsStored, Thumbnailer thumbnailer) {
    this.readsStored = readsStored;
    this.inline = new InlinePhotos(thumbnailer);
  }

  RekognitionPrint whole(Picture picture, @Nullable PhotoRef stored) {
    return readsStored && stored != null
        ? new RekognitionPrint.Stored(stored)
        : new RekognitionPrint.Inline(inline.of(picture));
  }

  /** A part of the picture in which the face in this box is the largest. */
  RekognitionPrint part(Picture picture, BoundingBox box) {
    return new RekognitionPrint.Inline(inline.of(picture, box));
  }
}
