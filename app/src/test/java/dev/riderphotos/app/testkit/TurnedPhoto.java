package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.photo.Photo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A JPEG as a camera held sideways writes it: lying pixels, and EXIF orientation 6. */
public final class TurnedPhoto {
  private TurnedPhoto() {}

  public static Photo of(BufferedImage upright) throws IOException {
    byte[] jpeg = jpeg(lying(upright));
    byte[] exif = orientation(6);
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 4 + exif.length);
    bytes.put(jpeg, 0, 2);
    bytes.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
    return Photo.of(bytes.put(jpeg, 2, jpeg.length - 2).array());
  }

  /** Its right is what was its top, so that turning it clockwise has it upright. */
  private static BufferedImage lying(BufferedImage upright) {
    BufferedImage lying =
        new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < lying.getHeight(); y++) {
      for (int x = 0; x < lying.getWidth(); x++) {
        lying.setRGB(x, y, upright.getRGB(upright.getWidth() - 1 - y, x));
      }
    }
    return lying;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "jpeg", out);
    }
    return bytes.toByteArray();
  }

  /** A TIFF of one directory with one entry: tag 0x0112, one short. */
  private static byte[] orientation(int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(32);
    exif.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    return exif.putInt(0).array();
  }
}
