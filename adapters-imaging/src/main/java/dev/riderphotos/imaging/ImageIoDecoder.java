package dev.riderphotos.imaging;

import dev.riderphotos.photo.PhotoFormat;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** Decodes with ImageIO, and believes it only when it did not have to guess. */
final class ImageIoDecoder {
  private ImageIoDecoder() {}

  /**
   * @param pixels a complete file of the format
   * @return the pixels as stored, at 8 bits a sample whenever that is simple
   * @throws IOException if it is damaged or odd, or not of the size that its header was read to say
   */
  static BufferedImage decode(PhotoFormat format, byte[] pixels, int width, int height)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.extension()).next();
    try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(pixels)) {
      DecoderWarnings warnings = new DecoderWarnings();
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
        throw new IOException("Of two minds about its size");
      }
      BufferedImage image = read(reader);
      if (format == PhotoFormat.JPEG) {
        warnings.check(); // the PNG reader throws at damage, and warns of what it passes over
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    try {
      return reader.read(0, eightBits(reader));
    } catch (IIOException failed) {
      // The PNG reader wraps even an OutOfMemoryError, which says nothing about the image.
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed;
    }
  }

  /** Has samples of 16 bits rounded to 8 on the way: half the memory, and nothing needs more. */
  private static ImageReadParam eightBits(ImageReader reader) throws IOException {
    ImageReadParam how = reader.getDefaultReadParam();
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    if (type.getBitsPerBand(0) == 16 && !colourKeyed(reader, type)) {
      how.setDestination(eightBits(type, reader.getWidth(0), reader.getHeight(0)));
    }
    return how;
  }

  /** The one colour that a PNG may call transparent is not found again once it is rounded. */
  private static boolean colourKeyed(ImageReader reader, ImageTypeSpecifier type)
      throws IOException {
    return type.getNumBands() != reader.getRawImageType(0).getNumBands();
  }

  private static BufferedImage eightBits(ImageTypeSpecifier type, int width, int height) {
    ColorModel colours = type.getColorModel();
    int[] bands = IntStream.range(0, type.getNumBands()).toArray();
    return ImageTypeSpecifier.createInterleaved(
            colours.getColorSpace(), bands, DataBuffer.TYPE_BYTE, colours.hasAlpha(), false)
        .createBufferedImage(width, height);
  }
}
