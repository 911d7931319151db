package dev.riderphotos.imaging;

import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Pictures to encode, and how to look at what came of them. */
final class Drawings {
  static final Color TOP_LEFT = new Color(200, 30, 40);
  static final Color TOP_RIGHT = new Color(40, 180, 60);
  static final Color BOTTOM_LEFT = new Color(50, 60, 190);
  static final Color BOTTOM_RIGHT = new Color(230, 220, 90);

  private Drawings() {}

  /** Another colour in each corner, so that it shows which way up it is. */
  static BufferedImage corners(int width, int height) {
    BufferedImage drawing = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = drawing.createGraphics();
    paint(brush, TOP_LEFT, 0, 0, width, height);
    paint(brush, TOP_RIGHT, width / 2, 0, width, height);
    paint(brush, BOTTOM_LEFT, 0, height / 2, width, height);
    paint(brush, BOTTOM_RIGHT, width / 2, height / 2, width, height);
    brush.dispose();
    return drawing;
  }

  private static void paint(Graphics2D brush, Color colour, int x, int y, int width, int height) {
    brush.setColor(colour);
    brush.fillRect(x, y, width, height);
  }

  static BufferedImage plain(int type, Color colour) {
    BufferedImage drawing = new BufferedImage(400, 300, type);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        drawing.setRGB(x, y, colour.getRGB());
      }
    }
    return drawing;
  }

  /** Of the opener's answer, which must be a picture; already closed. */
  static Picture open(PhotoOpener opener, byte[] photo) {
    if (opener.open(Photo.of(photo)) instanceof Decoded(Picture picture)) {
      picture.close();
      return picture;
    }
    throw new AssertionError("Refused");
  }

  static PhotoProblem refusal(PhotoOpener opener, byte[] photo) {
    if (opener.open(Photo.of(photo)) instanceof Unacceptable(PhotoProblem problem, _)) {
      return problem;
    }
    throw new AssertionError("Opened");
  }

  static Color colour(Picture picture, int x, int y) {
    byte[] bgr = picture.bgr();
    int at = 3 * (y * picture.width() + x);
    return new Color(bgr[at + 2] & 0xFF, bgr[at + 1] & 0xFF, bgr[at] & 0xFF);
  }

  /** By how much two colours differ in what they differ most. */
  static int difference(Color one, Color other) {
    return Math.max(
        Math.abs(one.getRed() - other.getRed()),
        Math.max(
            Math.abs(one.getGreen() - other.getGreen()),
            Math.abs(one.getBlue() - other.getBlue())));
  }

  /** The greatest difference of any pixel from a colour. */
  static int difference(Picture picture, Color from) {
    int greatest = 0;
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      greatest =
          Math.max(
              greatest,
              difference(colour(picture, i % picture.width(), i / picture.width()), from));
    }
    return greatest;
  }
}
