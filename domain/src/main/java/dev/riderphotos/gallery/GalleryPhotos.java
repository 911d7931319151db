package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of the gallery: each photo by its name, and each of its faces by its id. Writes are
 * atomic, a photo and all its faces together, and durable when the call returns; {@link #find} and
 * {@link #faces} see the last write, lists and counts a moment later. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface GalleryPhotos {
  /** Empty if there is none of this name. */
  Optional<GalleryPhoto> find(PhotoName name);

  /**
   * Writes the photo if the present one has the revision of {@code expected} ({@code null}: there
   * is none). The records of its faces are then those of {@code next}, and no others. Writing what
   * is there already is a success, so the call may be repeated. A photo has at most 40 faces.
   *
   * @return the photo that is there after the call: {@code next} if it was written, else the one
   *     that came between, or empty if there is none
   */
  Optional<GalleryPhoto> replace(@Nullable GalleryPhoto expected, GalleryPhoto next);

  /** Deletes the photo and its faces for good if it has this revision; harmless when it has not. */
  void delete(GalleryPhoto photo);

  /** Those of these faces that have a record, be they deleted or not, in any order. */
  List<FaceRecord> faces(Collection<FaceId> ids);

  /** Names of photos that are not {@link GalleryPhoto#finished}, in any order; at most so many. */
  List<PhotoName> unfinished(int limit);

  /** How many photos there are. */
  long size();
}
