package dev.riderphotos.face;

import dev.riderphotos.photo.PhotoRef;
import java.util.Optional;

/**
 * What recognises the one face of a photo, made anew from where the photo is kept: for whoever
 * comes after its detection in another process, because a print is never passed on. Reads only.
 * Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface StoredPrints {
  /** The print of the photo that is there now; empty if none is. */
  Optional<StoredPrint> of(PhotoRef photo);

  /**
   * A print, and of which bytes it is.
   *
   * @param etag another one when the photo becomes another
   */
  record StoredPrint(FacePrint print, String etag) {}
}
