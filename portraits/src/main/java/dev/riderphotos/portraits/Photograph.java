package dev.riderphotos.portraits;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A portrait that weighs what a camera's photo weighs: with a sensor's noise, the texture of skin
 * and walls, little compression, and colours that mean what {@link WideColours} says. A drawing is
 * flat, and decoders are done with it in a quarter of the time.
 */
public final class Photograph {
  /** With it, 1200 × 800 pixels take 0.7 to 1.1 MB. */
  public static final float LITTLE_COMPRESSION = 0.99f;

  private static final double NOISE = 9;

  /** Texture is noise at several scales: so many pixels from one random value to the next. */
  private static final int[] GRAINS = {3, 7, 19};

  private static final double TEXTURE = 9;
  private static final int START_OF_IMAGE = 2;

  private final BufferedImage image;
  private final byte[] bgr;
  private final Random random;

  private Photograph(Portrait portrait) {
    image = portrait.draw();
    bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    random = new Random(portrait.take());
  }

  /**
   * The photo as a JPEG with a colour profile; of the same portrait always the same.
   *
   * @param quality of the compression, 0 to 1: {@link #LITTLE_COMPRESSION}; or 0.9, at which 4000 ×
   *     3000 pixels take 3 to 5 MB
   */
  public static byte[] jpeg(Portrait portrait, float quality) {
    Photograph photograph = new Photograph(portrait);
    for (int grain : GRAINS) {
      photograph.addTexture(grain);
    }
    photograph.addNoise();
    WideColours.fromSrgb(photograph.image);
    return withProfile(encoded(photograph.image, quality), WideColours.profile());
  }

  /** Adds light and shade that change smoothly between random values at the corners of squares. */
  private void addTexture(int grain) {
    int columns = image.getWidth() / grain + 2;
    double[] values = random.doubles((long) columns * (image.getHeight() / grain + 2)).toArray();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int at = y / grain * columns + x / grain;
        double right = (double) (x % grain) / grain;
        double down = (double) (y % grain) / grain;
        double top = values[at] + (values[at + 1] - values[at]) * right;
        int below = at + columns;
        double bottom = values[below] + (values[below + 1] - values[below]) * right;
        double shade = TEXTURE * (top + (bottom - top) * down - 0.5);
        addToPixel(3 * (y * image.getWidth() + x), shade);
      }
    }
  }

  private void addToPixel(int at, double shade) {
    add(at, shade);
    add(at + 1, shade);
    add(at + 2, shade);
  }

  /** Each colour has its own noise, as each kind of a sensor's cells has. */
  private void addNoise() {
    for (int i = 0; i < bgr.length; i++) {
      add(i, NOISE * random.nextGaussian());
    }
  }

  private void add(int at, double more) {
    bgr[at] = (byte) Math.clamp(Math.round((bgr[at] & 0xFF) + more), 0, 255);
  }

  private static byte[] encoded(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory cannot be written to", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Puts the profile behind the JFIF segment, which has to come first. */
  private static byte[] withProfile(byte[] jpeg, byte[] profile) {
    byte[] name = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1};
    int jfif = 2 + ((jpeg[START_OF_IMAGE + 2] & 0xFF) << 8 | jpeg[START_OF_IMAGE + 3] & 0xFF);
    int length = 2 + name.length + profile.length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(jpeg.length + length + 2);
    bytes.write(jpeg, 0, START_OF_IMAGE + jfif);
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
    bytes.writeBytes(name);
    bytes.writeBytes(profile);
    bytes.write(jpeg, START_OF_IMAGE + jfif, jpeg.length - START_OF_IMAGE - jfif);
    return bytes.toByteArray();
  }
}
