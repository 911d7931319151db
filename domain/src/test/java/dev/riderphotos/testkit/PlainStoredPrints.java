package dev.riderphotos.testkit;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.StoredPrints;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens the photo and looks at it once more; its etag is a number made of its bytes. */
public record PlainStoredPrints(PhotoStore photos, PhotoOpener opener, FaceDetector detector)
    implements StoredPrints {
  private static final FacePrint OF_NOBODY = new FacePrint("nobody");

  @Override
  public Optional<StoredPrint> of(PhotoRef ref) {
    return photos.get(ref).map(photo -> print(photo, ref));
  }

  private StoredPrint print(Photo photo, PhotoRef ref) {
    String etag = Integer.toHexString(Arrays.hashCode(photo.bytes()));
    if (opener.open(photo) instanceof Opened.Decoded(Picture picture)) {
      try (picture) {
        List<DetectedFace> faces = detector.detect(picture, ref);
        return new StoredPrint(faces.isEmpty() ? OF_NOBODY : faces.getFirst().print(), etag);
      }
    }
    return new StoredPrint(OF_NOBODY, etag);
  }
}
