package dev.riderphotos.extraction;

import dev.riderphotos.photo.PhotoProblem;
import java.util.List;

/** What came of cutting faces out of a picture. */
public sealed interface Extraction {
  /**
   * All is in its place.
   *
   * @param crops the surest first; none if there is no face, and then nothing was written
   * @param before whether it was found done
   */
  record Extracted(ChainId chain, List<CropId> crops, boolean before) implements Extraction {
    public Extracted {
      crops = List.copyOf(crops);
    }
  }

  /** Neither JPEG nor PNG, so nothing was done. */
  record Ignored() implements Extraction {}

  /** A JPEG or PNG that cannot be opened. */
  record Unusable(PhotoProblem problem) implements Extraction {}
}
