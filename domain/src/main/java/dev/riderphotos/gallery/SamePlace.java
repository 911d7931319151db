package dev.riderphotos.gallery;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.IndexedFace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds a face of a photo again among those that were found in the same photo another time. */
final class SamePlace {
  private static final double OVERLAP = 0.5;

  private SamePlace() {}

  /** The face that is where the box is; empty if none is. */
  static Optional<IndexedFace> of(BoundingBox box, List<IndexedFace> faces) {
    Comparator<IndexedFace> byPlace =
        Comparator.comparingDouble(face -> face.box().intersectionOverUnion(box));
    return faces.stream()
        .max(byPlace)
        .filter(face -> face.box().intersectionOverUnion(box) > OVERLAP);
  }
}
