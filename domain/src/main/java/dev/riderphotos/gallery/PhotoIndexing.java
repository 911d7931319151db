package dev.riderphotos.gallery;

import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.photo.PhotoProblem;
import java.util.List;

/** The attempt to index a photo ends in one of these ways. */
public sealed interface PhotoIndexing {
  /**
   * Its faces are in the gallery; a photo may well have none.
   *
   * @param unindexed faces that were seen and are not, the largest first
   */
  record Indexed(GalleryPhoto photo, String modelVersion, List<Unindexed> unindexed)
      implements PhotoIndexing {
    public Indexed {
      unindexed = List.copyOf(unindexed);
    }
  }

  /** It cannot be opened; nothing was changed. */
  record Refused(PhotoProblem problem) implements PhotoIndexing {}
}
