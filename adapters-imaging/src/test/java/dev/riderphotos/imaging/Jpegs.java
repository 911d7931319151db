package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;

/** JPEGs of every kind, made by code. */
final class Jpegs {
  private Jpegs() {}

  static byte[] of(BufferedImage image) {
    return write(new IIOImage(image, null, null), ImageWriteParam.MODE_DISABLED);
  }

  static byte[] progressive(BufferedImage image) {
    return write(new IIOImage(image, null, null), ImageWriteParam.MODE_DEFAULT);
  }

  /** With a colour's differences stored once for so many pixels. */
  static byte[] sampled(BufferedImage image, int across, int down, boolean progressive) {
    return sampled(image, across, down, progressive, 0);
  }

  /** With a restart marker every so many groups of blocks. */
  static byte[] restarting(BufferedImage image, int interval) {
    return sampled(image, 2, 2, false, interval);
  }

  static byte[] sampled(
      BufferedImage image, int across, int down, boolean progressive, int restarts) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    IIOMetadata said =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
    writer.dispose();
    Element tree = (Element) said.getAsTree(said.getNativeMetadataFormatName());
    Element first = (Element) tree.getElementsByTagName("componentSpec").item(0);
    first.setAttribute("HsamplingFactor", Integer.toString(across));
    first.setAttribute("VsamplingFactor", Integer.toString(down));
    if (restarts > 0) {
      IIOMetadataNode dri = new IIOMetadataNode("dri");
      dri.setAttribute("interval", Integer.toString(restarts));
      tree.getElementsByTagName("markerSequence").item(0).appendChild(dri);
    }
    try {
      said.setFromTree(said.getNativeMetadataFormatName(), tree);
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException(e);
    }
    return write(
        new IIOImage(image, null, said),
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
  }

  private static byte[] write(IIOImage image, int progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(progressive);
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * As Photoshop writes it: inverted, with a marker that says so.
   *
   * @param inks cyan, magenta, yellow, black, 0 to 255
   */
  static byte[] cmyk(int... inks) {
    return adobe(ofSamples(inverted(inks)), 0);
  }

  /** The same, the first three inks stored as brightness and two differences, black inverted. */
  static byte[] ycck(int... inks) {
    double y = 0.299 * inks[0] + 0.587 * inks[1] + 0.114 * inks[2];
    int cb = (int) Math.round(128 + (inks[2] - y) / 1.772);
    int cr = (int) Math.round(128 + (inks[0] - y) / 1.402);
    return adobe(ofSamples((int) Math.round(y), cb, cr, 255 - inks[3]), 2);
  }

  private static int[] inverted(int[] inks) {
    int[] inverted = new int[inks.length];
    for (int i = 0; i < inks.length; i++) {
      inverted[i] = 255 - inks[i];
    }
    return inverted;
  }

  private static byte[] ofSamples(int... samples) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 400, 300, samples.length, null);
    for (int i = 0; i < 400 * 300; i++) {
      raster.setPixel(i % 400, i / 400, samples);
    }
    return write(new IIOImage(raster, null, null), ImageWriteParam.MODE_DISABLED);
  }

  private static byte[] adobe(byte[] jpeg, int transform) {
    byte[] marker = "Adobe\0d\0\0\0\0\0".getBytes(ISO_8859_1);
    marker[11] = (byte) transform;
    return with(jpeg, 0xEE, marker);
  }

  /** With one more segment, before all others. */
  static byte[] with(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 4 + content.length);
    bytes.put(jpeg, 0, 2);
    bytes.put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return bytes.put(jpeg, 2, jpeg.length - 2).array();
  }

  static byte[] withProfile(byte[] jpeg, byte[] profile) {
    byte[] name = "ICC_PROFILE\0\1\1".getBytes(ISO_8859_1);
    return with(
        jpeg,
        0xE2,
        ByteBuffer.allocate(name.length + profile.length).put(name).put(profile).array());
  }

  static byte[] withExif(byte[] jpeg, byte[] tiff) {
    byte[] name = "Exif\0\0".getBytes(ISO_8859_1);
    return with(
        jpeg, 0xE1, ByteBuffer.allocate(name.length + tiff.length).put(name).put(tiff).array());
  }

  /** An EXIF block with an orientation and a place: 52 degrees north. */
  static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(92).order(order);
    tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
    tiff.putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1).putInt(38);
    tiff.putInt(0);
    tiff.putShort((short) 2);
    entry(tiff, 1, 2, 2).put("N\0\0\0".getBytes(ISO_8859_1));
    entry(tiff, 2, 5, 3).putInt(68);
    tiff.putInt(0);
    return tiff.putInt(52).putInt(1).putInt(31).putInt(1).putInt(12).putInt(1).array();
  }

  /** An EXIF block that says its orientation as LONG, which is not in the standard. */
  static byte[] exifLong(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.wrap(exif(1, order)).order(order);
    return tiff.putShort(12, (short) 4).putInt(18, orientation).array();
  }

  private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
    return tiff.putShort((short) tag).putShort((short) type).putInt(count);
  }

  /** The same data under a frame header that claims another size. */
  static byte[] claiming(byte[] jpeg, int width, int height) {
    byte[] forged = jpeg.clone();
    int at = 2;
    while ((forged[at + 1] & 0xFF) != 0xC0) {
      at += 2 + ByteBuffer.wrap(forged).getChar(at + 2);
    }
    ByteBuffer.wrap(forged).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
    return forged;
  }
}
