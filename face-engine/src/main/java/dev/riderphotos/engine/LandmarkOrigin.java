package dev.riderphotos.engine;

/** What the landmarks, which are found in a crop, are added to. */
enum LandmarkOrigin {
  /** The corner of the crop: where they really are. */
  CROP,
  /**
   * The corner of the detector's box before it was floored and cut off at the picture's edges, as
   * in face-api: up to a pixel off, or more at an edge. Only to compare with that library.
   */
  BOX;

  Point of(Box box, Crop crop) {
    return switch (this) {
      case CROP -> new Point(crop.x(), crop.y());
      case BOX -> new Point(box.x(), box.y());
    };
  }
}
