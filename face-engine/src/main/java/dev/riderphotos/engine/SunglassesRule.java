package dev.riderphotos.engine;

import java.util.Arrays;

/**
 * Our own rule of two numbers, measured on the levelled face; {@link Sunglasses} says what they
 * mean, RATIONALE.md how they were found. Lengths are in units of the distance between the eyes.
 */
final class SunglassesRule {
  /** A part of the face, seen from some centre. */
  @FunctionalInterface
  private interface Region {
    boolean includes(double dx, double dy);
  }

  private static final int SIZE = 96;
  private static final double EYES_X = 48;
  private static final double EYES_Y = 38.4;
  private static final double WIDTH_PER_FACE = 2.4;

  /** A face must not be so small, nor skin so dark, that noise decides. */
  private static final double LEAST_EYE_DISTANCE = 20;

  private static final float LEAST_SKIN = 12;
  private static final double CHEEK_RADIUS = 0.13;
  private static final double CHEEK_DROP = 0.03;
  private static final double NOSE_RADIUS = 0.08;

  private final Patch patch;
  private final Similarity toImage;
  private final Landmarks face;
  private final double eyeDistance;
  private final float skin;

  private SunglassesRule(RgbImage image, Landmarks face) {
    this.face = face;
    this.toImage = levelled(face);
    this.patch = AreaSampler.sample(image, toImage, SIZE);
    double distance = face.leftEye().distance(face.rightEye()) / toImage.scale();
    this.eyeDistance = Math.max(LEAST_EYE_DISTANCE, distance);
    this.skin = skin();
  }

  static Sunglasses judge(RgbImage image, Landmarks face) {
    SunglassesRule rule = new SunglassesRule(image, face);
    Point left = rule.toImage.source(face.leftEye());
    Point right = rule.toImage.source(face.rightEye());
    return new Sunglasses(
        Math.max(rule.low(left), rule.low(right)), Math.min(rule.dark(left), rule.dark(right)));
  }

  private static Similarity levelled(Landmarks face) {
    Point eyes = Point.between(face.leftEye(), face.rightEye());
    double faceLength =
        Math.max(eyes.distance(face.mouth()), face.leftEye().distance(face.rightEye()));
    double scale = Math.max(1, WIDTH_PER_FACE * faceLength) / SIZE;
    return Similarity.level(face, eyes, EYES_X, EYES_Y, scale);
  }

  /** The luminance of bare skin: the cheeks beside the nose, and its tip. */
  private float skin() {
    float leftCheek = cheek(face.point(2), face.point(31));
    float rightCheek = cheek(face.point(14), face.point(35));
    float nose = disc(toImage.source(face.point(30)), NOSE_RADIUS);
    return Math.max(LEAST_SKIN, median(leftCheek, rightCheek, nose));
  }

  private float cheek(Point jaw, Point nostril) {
    Point middle = toImage.source(Point.between(jaw, nostril));
    double y = middle.y() + CHEEK_DROP * eyeDistance;
    return disc(new Point(middle.x(), (float) y), CHEEK_RADIUS);
  }

  private float disc(Point centre, double radius) {
    return median(lumas(centre, radius, (dx, dy) -> dx * dx + dy * dy < radius * radius));
  }

  /**
   * The skin right under the eye: within the lens of sunglasses, bare behind none or clear ones.
   */
  private float low(Point eye) {
    float[] under = lumas(eye, 0.24, (dx, dy) -> Math.abs(dx) < 0.22 && dy > 0.12 && dy < 0.24);
    return median(under) / skin;
  }

  private float dark(Point eye) {
    float[] around = lumas(eye, 0.30, (dx, dy) -> Math.abs(dx) < 0.30 && dy > -0.16 && dy < 0.24);
    int dark = 0;
    for (float luma : around) {
      if (luma < 0.5f * skin) {
        dark++;
      }
    }
    return around.length == 0 ? 0 : (float) dark / around.length;
  }

  /**
   * The luminances of all pixels that a region, seen from a centre, includes.
   *
   * @param reach how far from the centre the region's pixels are, at most, in either direction
   */
  private float[] lumas(Point centre, double reach, Region region) {
    float[] found = new float[SIZE * SIZE];
    int count = 0;
    for (int y = first(centre.y(), reach); y <= last(centre.y(), reach); y++) {
      for (int x = first(centre.x(), reach); x <= last(centre.x(), reach); x++) {
        double dx = (x + 0.5 - centre.x()) / eyeDistance;
        double dy = (y + 0.5 - centre.y()) / eyeDistance;
        if (region.includes(dx, dy)) {
          found[count++] = patch.luma(x, y);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int first(float centre, double reach) {
    return Math.max(0, (int) (centre - reach * eyeDistance - 1));
  }

  private int last(float centre, double reach) {
    return Math.min(SIZE - 1, (int) (centre + reach * eyeDistance + 1));
  }

  private static float median(float... values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}
