package dev.riderphotos.portraits;

import static dev.riderphotos.portraits.HairStyle.Texture.CURLY;
import static dev.riderphotos.portraits.HairStyle.Texture.NONE;
import static dev.riderphotos.portraits.HairStyle.Texture.STRAIGHT;
import static dev.riderphotos.portraits.HairStyle.Texture.STUBBLE;
import static dev.riderphotos.portraits.HairStyle.Texture.WAVY;

import java.util.List;

/**
 * A haircut: how far it stands out above the crown and at the sides, how low it hangs at the sides
 * and behind, how far it covers the cheeks, and where it begins on the forehead.
 */
record HairStyle(
    Texture texture,
    double crown,
    double sides,
    double sideEnd,
    double back,
    double curtain,
    Hairline hairline,
    boolean bun) {

  private static final HairStyle BALD = cut(NONE, 0, 0, 0, 0, 0, even(-1, -1));
  private static final HairStyle SHAVEN =
      cut(STUBBLE, 0.02, 0.01, -0.1, 0, 0.05, even(-0.5, -0.88));
  private static final HairStyle CROPPED = cut(STRAIGHT, 0.1, 0.03, 0, 0, 0.06, even(-0.5, -0.82));
  private static final HairStyle SIDE_PART =
      cut(STRAIGHT, 0.2, 0.05, 0.06, 0, 0.07, new Hairline(-0.62, -0.98, -0.76, -0.62, -0.42));
  private static final HairStyle QUIFF =
      cut(WAVY, 0.4, 0.04, 0, 0, 0.06, new Hairline(-0.52, -0.92, -0.98, -0.88, -0.52));
  private static final HairStyle MOP =
      cut(STRAIGHT, 0.18, 0.09, 0.1, 0, 0.08, new Hairline(-0.36, -0.44, -0.46, -0.42, -0.36));
  private static final HairStyle CURLS = cut(CURLY, 0.22, 0.12, 0.1, 0, 0.08, even(-0.5, -0.68));
  private static final HairStyle AFRO = cut(CURLY, 0.52, 0.42, 0.25, 0.7, 0.06, even(-0.52, -0.78));
  private static final HairStyle PIXIE =
      cut(STRAIGHT, 0.17, 0.07, 0.3, 0.5, 0.1, new Hairline(-0.35, -0.7, -0.62, -0.46, -0.32));
  private static final HairStyle BOB =
      cut(STRAIGHT, 0.2, 0.2, 0.95, 1.15, 0.14, new Hairline(-0.4, -0.9, -1.08, -0.9, -0.4));
  private static final HairStyle FRINGED_BOB =
      cut(STRAIGHT, 0.22, 0.22, 1, 1.2, 0.14, even(-0.34, -0.38));
  private static final HairStyle LONG =
      cut(STRAIGHT, 0.17, 0.14, 1.9, 2.3, 0.15, new Hairline(-0.45, -0.92, -1.12, -0.92, -0.45));
  private static final HairStyle LONG_FRINGE =
      cut(STRAIGHT, 0.2, 0.16, 1.9, 2.2, 0.13, even(-0.32, -0.41));
  private static final HairStyle WAVES =
      cut(WAVY, 0.26, 0.3, 1.7, 2, 0.14, new Hairline(-0.4, -0.72, -1.05, -0.98, -0.46));
  private static final HairStyle LONG_CURLS =
      cut(CURLY, 0.3, 0.34, 1.3, 1.6, 0.12, new Hairline(-0.45, -0.7, -0.82, -0.74, -0.46));
  private static final HairStyle BUN =
      new HairStyle(STRAIGHT, 0.09, 0.02, 0.06, 0, 0.05, even(-0.5, -0.9), true);

  private static final List<HairStyle> WOMEN =
      List.of(PIXIE, BOB, FRINGED_BOB, LONG, LONG_FRINGE, WAVES, LONG_CURLS, BUN, AFRO);
  private static final List<HairStyle> MEN =
      List.of(BALD, SHAVEN, CROPPED, SIDE_PART, QUIFF, MOP, CURLS, AFRO);

  static HairStyle of(Dice dice, Nature nature) {
    return dice.oneOf(nature.woman() ? WOMEN : MEN);
  }

  private static HairStyle cut(
      Texture texture,
      double crown,
      double sides,
      double sideEnd,
      double back,
      double curtain,
      Hairline hairline) {
    return new HairStyle(texture, crown, sides, sideEnd, back, curtain, hairline, false);
  }

  private static Hairline even(double temples, double middle) {
    return new Hairline(temples, middle + 0.04, middle, middle + 0.04, temples);
  }

  /** How the single hairs lie. */
  enum Texture {
    NONE,
    STUBBLE,
    STRAIGHT,
    WAVY,
    CURLY
  }

  /** The height at which hair begins, from the left temple to the right one. */
  record Hairline(double left, double midLeft, double middle, double midRight, double right) {}
}
