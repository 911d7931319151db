package dev.riderphotos.portraits;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture of nobody, somebody, or several people side by side. The same portrait always has the
 * same pixels; another take shows the same people before another wall, in other light, with another
 * expression.
 */
public record Portrait(
    List<Person> sitters,
    int take,
    boolean sunglasses,
    int width,
    int height,
    double distance,
    double brightness) {
  private static final int SIDE = 800;

  /** From farther away, sitters would end above the lower edge. */
  private static final double FARTHEST = 2.25;

  public Portrait {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
    if (!(distance > 0 && distance <= FARTHEST)) {
      throw new IllegalArgumentException("a distance of " + distance);
    }
    if (!(brightness > 0 && brightness <= 1)) {
      throw new IllegalArgumentException("a brightness of " + brightness);
    }
    sitters = List.copyOf(sitters);
  }

  public static Portrait of(Person sitter) {
    return new Portrait(List.of(sitter), 0, false, SIDE, SIDE, 1, 1);
  }

  public static Portrait together(Person first, Person... others) {
    List<Person> sitters = new ArrayList<>(List.of(others));
    sitters.addFirst(first);
    int width = SIDE * (1 + sitters.size()) / 2;
    return new Portrait(sitters, 0, false, width, SIDE, 1, 1);
  }

  public static Portrait nobody() {
    return new Portrait(List.of(), 0, false, SIDE, SIDE, 1, 1);
  }

  public Portrait take(int number) {
    return new Portrait(sitters, number, sunglasses, width, height, distance, brightness);
  }

  public Portrait wearingSunglasses() {
    return new Portrait(sitters, take, true, width, height, distance, brightness);
  }

  public Portrait size(int newWidth, int newHeight) {
    return new Portrait(sitters, take, sunglasses, newWidth, newHeight, distance, brightness);
  }

  /**
   * The same sitters from so many times as far away: their faces are smaller by as much.
   *
   * @param times more than 0, at most 2.25
   */
  public Portrait from(double times) {
    return new Portrait(sitters, take, sunglasses, width, height, times, brightness);
  }

  /**
   * The same in so much of the light that there was.
   *
   * @param share more than 0, at most 1
   */
  public Portrait lit(double share) {
    return new Portrait(sitters, take, sunglasses, width, height, distance, share);
  }

  public BufferedImage draw() {
    return new Studio(this).picture();
  }

  public byte[] jpeg() {
    return encoded("jpeg");
  }

  public byte[] png() {
    return encoded("png");
  }

  private byte[] encoded(String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // ImageIO would put its own stream's cache into a temporary file.
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(draw(), format, stream);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding " + this, e);
    }
    return bytes.toByteArray();
  }
}
