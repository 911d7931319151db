package dev.riderphotos.engine;

/**
 * A face whose landmarks are known.
 *
 * @param crop the part of the picture in which the landmarks were found
 * @param chip the face itself: {@value #CHIP_SIZE} pixels a side, eyes level, from the brows to the
 *     chin
 * @param toImage where a place in the chip lies in the picture
 */
record AlignedFace(RgbImage image, Crop crop, Landmarks landmarks, Patch chip, Similarity toImage) {
  static final int CHIP_SIZE = 150;

  /** Dlib's: how much of the chip lies between the eyes' and the mouth's centres. */
  private static final double EYE_TO_MOUTH = 0.45;

  // Dlib's: where in the chip the mean of the two eyes and the mouth lies.
  private static final double CENTRE_X = 0.5;
  private static final double CENTRE_Y = 0.43;

  static AlignedFace of(RgbImage image, Crop crop, Landmarks landmarks) {
    double scale = scale(landmarks);
    Similarity toImage =
        Similarity.level(
            landmarks, centre(landmarks), CENTRE_X * CHIP_SIZE, CENTRE_Y * CHIP_SIZE, scale);
    Patch chip = AreaSampler.sample(image, toImage, CHIP_SIZE);
    return new AlignedFace(image, crop, landmarks, chip, toImage);
  }

  /** How many of the picture's pixels, along a side, make one of the chip's. */
  static double scale(Landmarks landmarks) {
    return Math.max(1, chipSide(landmarks)) / CHIP_SIZE;
  }

  /** The upright square that the library describes, cut off at the picture's edges. */
  Crop libraryCrop() {
    int side = (int) chipSide(landmarks);
    Point centre = centre(landmarks);
    int x = (int) Math.max(0, centre.x() - CENTRE_X * side);
    int y = (int) Math.max(0, centre.y() - CENTRE_Y * side);
    // A square that starts at the edge is only as long as the crop; so it is in the library.
    int width = Math.min(side, crop.width() + x);
    int height = Math.min(side, crop.height() + y);
    return Crop.of(new Box(x, y, width, height), image);
  }

  /** The side is in pixels of the picture. */
  private static double chipSide(Landmarks landmarks) {
    Point mouth = landmarks.mouth();
    double left = landmarks.leftEye().distance(mouth);
    double right = landmarks.rightEye().distance(mouth);
    return (left + right) / 2 / EYE_TO_MOUTH;
  }

  private static Point centre(Landmarks landmarks) {
    Point left = landmarks.leftEye();
    Point right = landmarks.rightEye();
    Point mouth = landmarks.mouth();
    return new Point(
        (left.x() + right.x() + mouth.x()) / 3, (left.y() + right.y() + mouth.y()) / 3);
  }
}
