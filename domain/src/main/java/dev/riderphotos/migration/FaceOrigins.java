package dev.riderphotos.migration;

import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.PhotoRef;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which photo a face of a collection was found in, and whose it is. Asks nobody for the photo
 * itself, which may be gone. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface FaceOrigins {
  /** Empty if no photo of the face is known. */
  Optional<Origin> of(IndexedFace face);

  /**
   * Asks once more, when nobody is at work whose face has no origin yet.
   *
   * @param question asks {@link #of}
   * @return what that came to
   */
  default <T> T settled(Supplier<T> question) {
    return question.get();
  }

  /** Says why faces have no origin here, and what would help. */
  String reason();

  /**
   * Where a face comes from.
   *
   * @param user whom it belongs to, if that is known
   */
  record Origin(PhotoRef photo, @Nullable UserId user) {}
}
