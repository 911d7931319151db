package dev.riderphotos.imaging;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes sRGB pixels, and nothing else about them. */
final class ImageEncoder {
  /** A little above sharp's default of 80: a thumbnail has few bytes either way. */
  private static final float JPEG_QUALITY = 0.85f;

  private ImageEncoder() {}

  static Photo encode(BufferedImage image, PhotoFormat format) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.extension()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not ImageIO.createImageOutputStream: that one goes by way of a temporary file.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how(writer, format));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory cannot be written to", impossible);
    } finally {
      writer.dispose();
    }
    return Photo.made(bytes.toByteArray());
  }

  private static ImageWriteParam how(ImageWriter writer, PhotoFormat format) {
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (format == PhotoFormat.JPEG) {
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(JPEG_QUALITY);
    }
    return how;
  }
}
