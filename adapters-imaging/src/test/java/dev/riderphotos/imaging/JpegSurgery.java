package dev.riderphotos.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** JPEGs cut up and sewn together again, by their bytes. */
final class JpegSurgery {
  static final int DHT = 0xC4;
  static final int SOS = 0xDA;
  static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

  private JpegSurgery() {}

  /** Where the first marker of that type stands among the segments. */
  static int segment(byte[] jpeg, IntPredicate type) {
    int at = 2;
    while (!type.test(jpeg[at + 1] & 0xFF)) {
      at += 2 + ByteBuffer.wrap(jpeg).getChar(at + 2);
    }
    return at;
  }

  static boolean frame(int type) {
    return type >= 0xC0 && type <= 0xCF && type != DHT && type != 0xC8 && type != 0xCC;
  }

  /** Without the segments of some types, as far as they come before the first scan. */
  static byte[] without(byte[] jpeg, IntPredicate unwanted) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(jpeg, 0, 2);
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != SOS) {
      int end = at + 2 + ByteBuffer.wrap(jpeg).getChar(at + 2);
      if (!unwanted.test(jpeg[at + 1] & 0xFF)) {
        rest.write(jpeg, at, end - at);
      }
      at = end;
    }
    rest.write(jpeg, at, jpeg.length - at);
    return rest.toByteArray();
  }

  /** With nothing that says what its components stand for but, perhaps, their names. */
  static byte[] unsaid(byte[] jpeg) {
    return without(jpeg, type -> type >= 0xE0 && type <= 0xEF);
  }

  /** With a frame of another type. */
  static byte[] ofType(byte[] jpeg, int type) {
    byte[] other = jpeg.clone();
    other[segment(jpeg, JpegSurgery::frame) + 1] = (byte) type;
    return other;
  }

  /** With other names for the three components of its only scan. */
  static byte[] named(byte[] jpeg, int... ids) {
    byte[] other = jpeg.clone();
    int frame = segment(jpeg, JpegSurgery::frame);
    int scan = segment(jpeg, type -> type == SOS);
    for (int i = 0; i < 3; i++) {
      other[frame + 10 + 3 * i] = (byte) ids[i];
      other[scan + 5 + 2 * i] = (byte) ids[i];
    }
    return other;
  }

  /** Where the compressed data of the first scan begins. */
  static int data(byte[] jpeg) {
    int scan = segment(jpeg, type -> type == SOS);
    return scan + 2 + ByteBuffer.wrap(jpeg).getChar(scan + 2);
  }

  /** Where a restart marker stands, counted from 0. */
  static int restart(byte[] jpeg, int index) {
    int left = index;
    int at = data(jpeg);
    while (!(jpeg[at] == (byte) 0xFF && (jpeg[at + 1] & 0xF8) == 0xD0 && left-- == 0)) {
      at++;
    }
    return at;
  }

  static byte[] inserted(byte[] jpeg, int at, byte... more) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + more.length);
    return bytes.put(jpeg, 0, at).put(more).put(jpeg, at, jpeg.length - at).array();
  }

  static byte[] removed(byte[] jpeg, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length - (to - from));
    return bytes.put(jpeg, 0, from).put(jpeg, to, jpeg.length - to).array();
  }

  static byte[] withoutEnd(byte[] jpeg) {
    return Arrays.copyOf(jpeg, jpeg.length - 2);
  }

  static byte[] followedBy(byte[] jpeg, byte... more) {
    return inserted(jpeg, jpeg.length, more);
  }
}
