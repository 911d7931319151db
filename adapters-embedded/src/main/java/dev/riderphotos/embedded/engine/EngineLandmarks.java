package dev.riderphotos.embedded.engine;

import static dev.riderphotos.face.LandmarkType.*;

import dev.riderphotos.engine.Landmarks;
import dev.riderphotos.engine.Point;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rekognition's landmarks, made of the engine's 68 points: each is one of them or the middle of
 * some. Pupils are not among them.
 */
final class EngineLandmarks {
  private static final List<Place> PLACES =
      List.of(
          new Place(EYE_LEFT, 36, 37, 38, 39, 40, 41),
          new Place(EYE_RIGHT, 42, 43, 44, 45, 46, 47),
          new Place(MOUTH_LEFT, 48),
          new Place(MOUTH_RIGHT, 54),
          new Place(NOSE, 30),
          new Place(LEFT_EYE_BROW_LEFT, 17),
          new Place(LEFT_EYE_BROW_RIGHT, 21),
          new Place(LEFT_EYE_BROW_UP, 19),
          new Place(RIGHT_EYE_BROW_LEFT, 22),
          new Place(RIGHT_EYE_BROW_RIGHT, 26),
          new Place(RIGHT_EYE_BROW_UP, 24),
          new Place(LEFT_EYE_LEFT, 36),
          new Place(LEFT_EYE_RIGHT, 39),
          new Place(LEFT_EYE_UP, 37, 38),
          new Place(LEFT_EYE_DOWN, 40, 41),
          new Place(RIGHT_EYE_LEFT, 42),
          new Place(RIGHT_EYE_RIGHT, 45),
          new Place(RIGHT_EYE_UP, 43, 44),
          new Place(RIGHT_EYE_DOWN, 46, 47),
          new Place(NOSE_LEFT, 31),
          new Place(NOSE_RIGHT, 35),
          new Place(MOUTH_UP, 51),
          new Place(MOUTH_DOWN, 57),
          new Place(UPPER_JAWLINE_LEFT, 0),
          new Place(MID_JAWLINE_LEFT, 4),
          new Place(CHIN_BOTTOM, 8),
          new Place(MID_JAWLINE_RIGHT, 12),
          new Place(UPPER_JAWLINE_RIGHT, 16));

  private EngineLandmarks() {}

  static List<Landmark> of(Landmarks points, Picture picture) {
    return PLACES.stream().map(place -> place.in(points, picture)).toList();
  }

  /** Where a landmark lies: in the middle of these points. */
  private record Place(LandmarkType type, List<Integer> points) {
    Place(LandmarkType type, int... points) {
      this(type, IntStream.of(points).boxed().toList());
    }

    Landmark in(Landmarks face, Picture picture) {
      double x = 0;
      double y = 0;
      for (int index : points) {
        Point point = face.point(index);
        x += point.x();
        y += point.y();
      }
      return new Landmark(
          type, x / points.size() / picture.width(), y / points.size() / picture.height());
    }
  }
}
