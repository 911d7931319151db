package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNGs of every kind, made by code. */
final class Pngs {
  /** Behind the signature and the header. */
  private static final int SECOND_CHUNK = 33;

  private Pngs() {}

  static byte[] of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In seven passes, the first of which show the whole. */
  static byte[] interlaced(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The same at 16 bits a sample. */
  static BufferedImage deep(BufferedImage image) {
    BufferedImage deep =
        ImageTypeSpecifier.createInterleaved(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                new int[] {0, 1, 2},
                DataBuffer.TYPE_USHORT,
                false,
                false)
            .createBufferedImage(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        for (int band = 0; band < 3; band++) {
          deep.getRaster().setSample(x, y, band, image.getRaster().getSample(x, y, band) * 257);
        }
      }
    }
    return deep;
  }

  /** With one more chunk, behind the header. */
  static byte[] with(byte[] png, String type, byte[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(png.length + 12 + content.length);
    bytes.put(png, 0, SECOND_CHUNK).put(chunk(type, content));
    return bytes.put(png, SECOND_CHUNK, png.length - SECOND_CHUNK).array();
  }

  static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length).put(type.getBytes(ISO_8859_1)).put(content);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  static byte[] withProfile(byte[] png, byte[] profile) {
    byte[] deflated = deflated(profile);
    return with(
        png,
        "iCCP",
        ByteBuffer.allocate(3 + deflated.length)
            .put((byte) 'p')
            .putShort((short) 0)
            .put(deflated)
            .array());
  }

  /** From the header and the compressed rows; checksums are right. */
  static byte[] raw(int width, int height, int depth, int colourType, byte[] rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) colourType);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes("\u0089PNG\r\n\u001A\n".getBytes(ISO_8859_1));
    png.writeBytes(chunk("IHDR", header.array()));
    png.writeBytes(chunk("IDAT", rows));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  static byte[] deflated(byte[] data) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(data);
      deflater.finish();
      byte[] room = new byte[data.length + 100];
      return Arrays.copyOf(room, deflater.deflate(room));
    }
  }

  /** With one bit turned in the content of the first chunk of that type, or in its checksum. */
  static byte[] damaged(byte[] png, String type) {
    byte[] damaged = png.clone();
    int at = new String(png, ISO_8859_1).indexOf(type);
    int length = ByteBuffer.wrap(png).getInt(at - 4);
    damaged[at + 4 + length] ^= 1;
    return damaged;
  }
}
