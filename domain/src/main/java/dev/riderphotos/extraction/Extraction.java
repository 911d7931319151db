package dev.riderphotos.extraction;

import dev.riderphotos.photo.PhotoProblem;
import java.util.List;

/** The attempt to cut faces out of a picture ends in one of these ways. */
public sealed interface Extraction {
  /**
   * All crops are in their place.
   *
   * @param crops the surest first; none if there is no face, and then nothing was written
   * @param before whether it was found done
   */
  record Extracted(ChainId chain, List<CropId> crops, boolean before) implements Extraction {
    public Extracted {
      crops = List.copyOf(crops);
    }
  }

  /** The source is neither JPEG nor PNG, so nothing was done. */
  record Ignored() implements Extraction {}

  /** The source is a JPEG or PNG that cannot be opened. */
  record Unusable(PhotoProblem problem) implements Extraction {}
}
