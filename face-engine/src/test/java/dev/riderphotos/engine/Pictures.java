package dev.riderphotos.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Scanner;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Pictures for the engine, from {@code java.awt}. */
final class Pictures {
  private Pictures() {}

  /** One of the photos in {@link SharedFiles}, in sRGB. */
  static RgbImage photo(String name) {
    return read(SharedFiles.find("photos").resolve(name));
  }

  static RgbImage read(Path file) {
    try {
      return of(ImageIO.read(file.toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** In sRGB. */
  static RgbImage ofJpeg(byte[] jpeg) {
    try {
      return of(ImageIO.read(new ByteArrayInputStream(jpeg)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory cannot be read", impossible);
    }
  }

  /** The photo's own colours, not made sRGB: as a decoder that knows no profiles has them. */
  static RgbImage withoutProfile(Path file) {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReaders(stream).next();
      reader.setInput(stream);
      ImageReadParam own = reader.getDefaultReadParam();
      reader.getImageTypes(0).forEachRemaining(type -> preferOwnProfile(own, type));
      return of(reader.read(0, own));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void preferOwnProfile(ImageReadParam read, ImageTypeSpecifier type) {
    if (type.getNumBands() == 3 && !type.getColorModel().getColorSpace().isCS_sRGB()) {
      read.setDestinationType(type);
    }
  }

  /** A test resource in the one format that needs no decoder: a header, then red, green, blue. */
  static RgbImage ofPpm(String resource) throws IOException {
    try (InputStream file = Pictures.class.getResourceAsStream(resource)) {
      Scanner header = new Scanner(new String(requireNonNull(file).readNBytes(15), US_ASCII));
      assertThat(header.next()).isEqualTo("P6");
      int width = header.nextInt();
      int height = header.nextInt();
      return ofRgb(width, height, file.readAllBytes());
    }
  }

  private static RgbImage ofRgb(int width, int height, byte[] rgb) {
    byte[] bgr = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    return RgbImage.ofBgr(width, height, bgr);
  }

  static RgbImage of(BufferedImage image) {
    BufferedImage bgr = image.getType() == BufferedImage.TYPE_3BYTE_BGR ? image : converted(image);
    byte[] bytes = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    return RgbImage.ofBgr(bgr.getWidth(), bgr.getHeight(), bytes);
  }

  /** Of one colour, 0xRRGGBB. */
  static RgbImage plain(int width, int height, int rgb) {
    byte[] bytes = new byte[width * height * 3];
    for (int i = 0; i < bytes.length; i += 3) {
      bytes[i] = (byte) rgb;
      bytes[i + 1] = (byte) (rgb >> 8);
      bytes[i + 2] = (byte) (rgb >> 16);
    }
    return RgbImage.ofBgr(width, height, bytes);
  }

  /** The part of a picture that lies in a box. */
  static RgbImage cut(RgbImage image, Box box) {
    Crop crop = Crop.of(box, image);
    byte[] bytes = new byte[crop.width() * crop.height() * 3];
    for (int i = 0; i < bytes.length / 3; i++) {
      int row = image.rowOffset(crop.y() + i / crop.width());
      int rgb = image.rgbAt(row + RgbImage.columnOffset(crop.x() + i % crop.width()));
      bytes[3 * i] = (byte) Rgb.blue(rgb);
      bytes[3 * i + 1] = (byte) Rgb.green(rgb);
      bytes[3 * i + 2] = (byte) Rgb.red(rgb);
    }
    return RgbImage.ofBgr(crop.width(), crop.height(), bytes);
  }

  private static BufferedImage converted(BufferedImage image) {
    BufferedImage bgr =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = bgr.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return bgr;
  }
}
