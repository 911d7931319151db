package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.photo.Picture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictures as the tools of other people write them: Netpbm's PPM and PGM, of 8 bits a sample. */
final class Portable {
  private static final Pattern HEADER = Pattern.compile("P([56])\\s+(\\d+)\\s+(\\d+)\\s+255\\s");

  private Portable() {}

  /** By how much samples differ in the mean; endless if the sizes differ. */
  static double difference(Picture picture, byte[] portable) {
    Matcher header = HEADER.matcher(new String(portable, 0, 40, ISO_8859_1));
    if (!header.lookingAt()) {
      throw new IllegalArgumentException("Not a portable picture");
    }
    int samples = header.group(1).equals("5") ? 1 : 3;
    boolean same =
        Integer.parseInt(header.group(2)) == picture.width()
            && Integer.parseInt(header.group(3)) == picture.height();
    return same ? difference(picture.bgr(), portable, header.end(), samples) : Double.MAX_VALUE;
  }

  private static double difference(byte[] bgr, byte[] portable, int start, int samples) {
    long sum = 0;
    for (int i = 0; i < bgr.length; i++) {
      int pixel = start + i / 3 * samples;
      int other = portable[samples == 1 ? pixel : pixel + 2 - i % 3] & 0xFF;
      sum += Math.abs((bgr[i] & 0xFF) - other);
    }
    return (double) sum / bgr.length;
  }
}
