package dev.riderphotos.gallery;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a face of a named photo.
 *
 * @param face as it was indexed; in the box in which it was found first, however often its photo is
 *     indexed again, for what was said of it goes by that
 * @param photo where the photo is kept
 * @param content of the photo that the face was found in
 * @param metadata of the photo
 * @param deletedAt when the face was deleted from the collection; {@code null} while it is there
 */
public record FaceRecord(
    IndexedFace face,
    PhotoRef photo,
    PhotoDigest content,
    PhotoMetadata metadata,
    @Nullable Instant deletedAt) {

  public FaceId id() {
    return face.id();
  }

  /** The name is the photo's key. */
  public PhotoName name() {
    return new PhotoName(photo.key());
  }

  public Appearance appearance() {
    return Appearance.of(content, face.box());
  }

  public boolean deleted() {
    return deletedAt != null;
  }

  FaceRecord deletedAt(Instant at) {
    return new FaceRecord(face, photo, content, metadata, at);
  }

  FaceRecord restoredAs(IndexedFace again) {
    return new FaceRecord(again.in(face.box()), photo, content, metadata, null);
  }

  /** Whether this face is there in the photo; another model finds it a little beside. */
  boolean isAt(PhotoDigest searched, BoundingBox box) {
    return content.equals(searched) && SamePlace.of(box, List.of(face)).isPresent();
  }
}
