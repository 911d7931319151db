package dev.riderphotos.verification;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import java.util.List;

/** A rider is forgotten, or must be forgotten later. */
public sealed interface Erasure {
  /**
   * A receipt of what is gone for good; all empty if the rider was not known.
   *
   * @param photos photos and thumbnails
   * @param executions how many were erased from the journal
   * @param migrationRows how many rows of migrations were withdrawn
   * @param profile whether there was a row
   */
  record Erased(
      RiderId rider,
      List<FaceId> faces,
      List<PhotoRef> photos,
      int executions,
      int migrationRows,
      boolean profile)
      implements Erasure {
    public Erased {
      faces = List.copyOf(faces);
      photos = List.copyOf(photos);
    }
  }

  /** Nothing was erased: a photo of the rider's is being verified. To be tried again shortly. */
  record Busy() implements Erasure {}
}
