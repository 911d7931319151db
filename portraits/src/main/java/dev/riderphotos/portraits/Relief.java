package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** The hills and hollows of a face, which the light turns into shade and shine. */
final class Relief {
  private static final double LEFT = -1.3;
  private static final double TOP = -1.7;
  private static final double STEP = 0.02;
  private static final int COLUMNS = 131;
  private static final int ROWS = 176;

  private final Skull skull;
  private final List<Bump> bumps;
  private final double[][] heights = new double[ROWS][COLUMNS];

  Relief(Skull skull, List<Bump> bumps) {
    this.skull = skull;
    this.bumps = bumps;
    for (int row = 0; row < ROWS; row++) {
      raise(row);
    }
  }

  void paint(Brush brush, Light light, Skin skin) {
    AffineTransform place = AffineTransform.getTranslateInstance(LEFT, TOP);
    place.scale(STEP, STEP);
    brush.image(lit(light, skin), place);
  }

  private void raise(int row) {
    double y = TOP + row * STEP;
    double halfWidth = skull.halfWidthAt(Math.clamp(y, skull.crown(), skull.chin()));
    for (int column = 0; column < COLUMNS; column++) {
      double x = Math.abs(LEFT + column * STEP);
      heights[row][column] = roundness(x / halfWidth, y) + bumpsAt(x, y);
    }
  }

  private double roundness(double x, double y) {
    double middle = (skull.crown() + skull.chin()) / 2;
    double up = (y - middle) / (skull.chin() - middle);
    return 0.62
        * Math.sqrt(Math.max(0.06, 1.02 - x * x * x * x * 0.35 - x * x * 0.5 - up * up * 0.25));
  }

  private double bumpsAt(double x, double y) {
    double height = 0;
    for (Bump bump : bumps) {
      height += bump.heightAt(x, y);
    }
    return height;
  }

  private BufferedImage lit(Light light, Skin skin) {
    BufferedImage picture = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_ARGB);
    for (int row = 1; row < ROWS - 1; row++) {
      for (int column = 1; column < COLUMNS - 1; column++) {
        double slopeX = (heights[row][column + 1] - heights[row][column - 1]) / (2 * STEP);
        double slopeY = (heights[row + 1][column] - heights[row - 1][column]) / (2 * STEP);
        picture.setRGB(column, row, tone(light.on(slopeX, slopeY), skin).getRGB());
      }
    }
    return picture;
  }

  private static Color tone(double brightness, Skin skin) {
    return brightness < 1
        ? Tones.faded(skin.shade(), Math.min(0.7, 0.95 * (1 - brightness)))
        : Tones.faded(skin.shine(), Math.min(0.4, 1.1 * (brightness - 1)));
  }
}
