package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;

/** Images that are made to stop whoever opens them, each by its name; made by code, of drawings. */
final class HostileImages {
  private static final int BOMB = 64 << 20;
  private static final int SIDE = 96;
  private static final Portrait DRAWN = Portrait.of(Person.BORIS).size(SIDE, SIDE);
  private static final byte[] ZIP =
      "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".getBytes(ISO_8859_1);
  private static final byte[] GIF = "GIF89a\1\0\1\0\0\0\0;".getBytes(ISO_8859_1);
  private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(ISO_8859_1);

  private final Map<String, byte[]> images = new TreeMap<>();

  private HostileImages() {}

  /** All of them, by names that say what is wrong. */
  static Map<String, byte[]> all() {
    HostileImages hostile = new HostileImages();
    byte[] plain = Jpegs.of(DRAWN.draw());
    byte[] progressive = Jpegs.progressive(DRAWN.draw());
    hostile.addTorn("JPEG", plain);
    hostile.addTorn("progressive JPEG", progressive);
    hostile.addWrongLengths(plain);
    hostile.addManySegments(plain);
    hostile.addExif(plain);
    hostile.addFrames(plain);
    hostile.addTables(plain);
    hostile.addScans(progressive);
    hostile.addProfiles(plain);
    hostile.addPolyglots(plain, DRAWN.png());
    hostile.addPngs(DRAWN.png());
    hostile.addBombs(DRAWN.png());
    hostile.addPalettes();
    return hostile.images;
  }

  private void add(String name, byte[] image) {
    images.put(name, image);
  }

  /** Torn at every marker, and one to three bytes behind it. */
  private void addTorn(String name, byte[] jpeg) {
    for (int at = 2; at + 1 < jpeg.length; at++) {
      if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] != 0 && jpeg[at + 1] != (byte) 0xFF) {
        for (int more = 0; more <= 3; more++) {
          add("%s torn at %d + %d".formatted(name, at, more), Arrays.copyOf(jpeg, at + more));
        }
      }
    }
  }

  private void addWrongLengths(byte[] jpeg) {
    for (int type : new int[] {JpegMarkers.DQT, JpegMarkers.DHT, 0xC0, JpegMarkers.SOS}) {
      int segment = JpegSurgery.segment(jpeg, it -> it == type);
      int right = ByteBuffer.wrap(jpeg).getChar(segment + 2);
      for (int length : new int[] {0, 1, 2, right - 1, right + 1, 0xFFFF}) {
        byte[] wrong = jpeg.clone();
        ByteBuffer.wrap(wrong).putShort(segment + 2, (short) length);
        add("JPEG segment %02x of %d bytes".formatted(type, length), wrong);
      }
    }
  }

  private void addManySegments(byte[] jpeg) {
    for (int count : new int[] {4_000, 65_535}) {
      ByteBuffer segments = ByteBuffer.allocate(4 * count);
      while (segments.hasRemaining()) {
        segments.putInt(0xFF_E5_00_02);
      }
      add("JPEG of %d segments".formatted(count), JpegSurgery.inserted(jpeg, 2, segments.array()));
    }
  }

  /** Directories that lead to themselves, far away, or to more than there is. */
  private void addExif(byte[] jpeg) {
    addExif(jpeg, "loops", 8, 2, 0x8769, 8);
    addExif(jpeg, "is far away", 0xFFFF_FFFF, 1, 0x0112, 6);
    addExif(jpeg, "begins before itself", -8, 1, 0x0112, 6);
    addExif(jpeg, "has 65,535 entries", 8, 0xFFFF, 0x8769, 8);
    addExif(jpeg, "turns it by nothing there is", 8, 1, 0x0112, 9);
    add("JPEG with an empty EXIF", Jpegs.withExif(jpeg, new byte[0]));
    add("JPEG with half an EXIF", Jpegs.withExif(jpeg, "II*".getBytes(ISO_8859_1)));
  }

  private void addExif(byte[] jpeg, String name, int start, int entries, int tag, int value) {
    ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II*\0".getBytes(ISO_8859_1)).putInt(start).putShort((short) entries);
    for (int entry = 0; entry < 2; entry++) {
      tiff.putShort((short) tag).putShort((short) 3).putInt(-1).putInt(value);
    }
    tiff.putInt(8);
    add("JPEG whose EXIF " + name, Jpegs.withExif(jpeg, tiff.array()));
  }

  private void addFrames(byte[] jpeg) {
    int[][] sizes = {{65_535, 65_535}, {0, 0}, {0, SIDE}, {1, 65_535}, {5_000, 5_000}};
    for (int[] size : sizes) {
      String name = "JPEG that claims %d × %d".formatted(size[0], size[1]);
      add(name, Jpegs.claiming(jpeg, size[0], size[1]));
    }
    for (int type = 0xC1; type <= 0xCF; type++) {
      add("JPEG of frame type %02x".formatted(type), JpegSurgery.ofType(jpeg, type));
    }
    int frame = JpegSurgery.segment(jpeg, JpegSurgery::frame);
    addBytes("JPEG of so many bits", jpeg, frame + 4, 0, 1, 12, 16, 255);
    addBytes("JPEG of so many components", jpeg, frame + 9, 0, 1, 2, 4, 255);
    addBytes("JPEG of sampling", jpeg, frame + 11, 0x00, 0x10, 0x55, 0xFF);
    addBytes("JPEG without its quantisation", jpeg, frame + 12, 3, 255);
    add("JPEG of two frames", JpegSurgery.inserted(jpeg, frame, segment(jpeg, frame)));
  }

  private static byte[] segment(byte[] jpeg, int at) {
    return Arrays.copyOfRange(jpeg, at, at + 2 + ByteBuffer.wrap(jpeg).getChar(at + 2));
  }

  private void addBytes(String name, byte[] jpeg, int at, int... values) {
    for (int value : values) {
      byte[] other = jpeg.clone();
      other[at] = (byte) value;
      add("%s, %d".formatted(name, value), other);
    }
  }

  /** More codes than there are, none at all, values that mean nothing. */
  private void addTables(byte[] jpeg) {
    int table = JpegSurgery.segment(jpeg, it -> it == JpegMarkers.DHT);
    addBytes("JPEG of a table's class", jpeg, table + 4, 0x04, 0x20, 0xFF);
    for (int count : new int[] {0, 255}) {
      byte[] other = jpeg.clone();
      Arrays.fill(other, table + 5, table + 21, (byte) count);
      add("JPEG of %d codes of each length".formatted(count), other);
    }
    byte[] same = jpeg.clone();
    Arrays.fill(same, table + 21, table + 33, (byte) 0xFF);
    add("JPEG whose codes all mean 255", same);
    add("JPEG without tables", JpegSurgery.without(jpeg, it -> it == JpegMarkers.DHT));
    add("JPEG without quantisation", JpegSurgery.without(jpeg, it -> it == JpegMarkers.DQT));
    byte[] restarts = {(byte) 0xFF, (byte) JpegMarkers.DRI, 0, 4, 0, 1};
    add("JPEG without its restarts", JpegSurgery.inserted(jpeg, 2, restarts));
    byte[] ones = jpeg.clone();
    Arrays.fill(ones, JpegSurgery.data(ones), ones.length - 2, (byte) 0xFE);
    add("JPEG of nothing but ones", ones);
  }

  /** A scan costs as much as the picture is large, and hardly a byte. */
  private void addScans(byte[] jpeg) {
    int last = lastScan(jpeg);
    byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
    for (int times : new int[] {100, 5_000}) {
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      bomb.write(jpeg, 0, jpeg.length - 2);
      for (int time = 0; time < times; time++) {
        bomb.writeBytes(scan);
      }
      bomb.writeBytes(JpegSurgery.END);
      add("progressive JPEG of %d scans".formatted(times), bomb.toByteArray());
      add("large one of %d scans".formatted(times), claimingLarge(bomb.toByteArray()));
    }
  }

  private static byte[] claimingLarge(byte[] progressive) {
    byte[] large = progressive.clone();
    int frame = JpegSurgery.segment(large, JpegSurgery::frame);
    ByteBuffer.wrap(large).putShort(frame + 5, (short) 2_000).putShort(frame + 7, (short) 2_000);
    return large;
  }

  private static int lastScan(byte[] jpeg) {
    int at = jpeg.length - 2;
    while (!(jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) JpegMarkers.SOS)) {
      at--;
    }
    return at;
  }

  private void addProfiles(byte[] jpeg) {
    int[][] parts = {{1, 255}, {255, 1}, {0, 0}, {2, 2}};
    for (int[] part : parts) {
      byte[] profile = "ICC_PROFILE\0  of no colours".getBytes(ISO_8859_1);
      profile[12] = (byte) part[0];
      profile[13] = (byte) part[1];
      String name = "JPEG with part %d of %d of a profile".formatted(part[0], part[1]);
      add(name, Jpegs.with(jpeg, JpegMarkers.APP2, profile));
    }
    add(
        "JPEG with half a profile's name",
        Jpegs.with(jpeg, JpegMarkers.APP2, "ICC_P".getBytes(ISO_8859_1)));
    add("JPEG with a profile of zeros", Jpegs.withProfile(jpeg, new byte[4_096]));
  }

  private void addPolyglots(byte[] jpeg, byte[] png) {
    add("JPEG that is a ZIP", JpegSurgery.followedBy(jpeg, ZIP));
    add("JPEG that is a PNG", JpegSurgery.followedBy(jpeg, png));
    add("JPEG that is a page", Jpegs.with(jpeg, 0xFE, SCRIPT));
    add("JPEG within a JPEG", Jpegs.with(jpeg, JpegMarkers.APP1, jpeg));
    add("PNG that is a ZIP", JpegSurgery.followedBy(png, ZIP));
    add("PNG that is a JPEG", JpegSurgery.followedBy(png, jpeg));
    add("PNG that is a page", Pngs.with(png, "tEXt", SCRIPT));
    add("GIF that goes on as a JPEG", JpegSurgery.inserted(jpeg, 0, GIF));
  }

  private void addPngs(byte[] png) {
    for (int at = 8; at < png.length; at += 12 + ByteBuffer.wrap(png).getInt(at)) {
      String type = new String(png, at + 4, 4, ISO_8859_1);
      for (int more : new int[] {0, 3, 7, 9}) {
        add("PNG torn at %s %d + %d".formatted(type, at, more), Arrays.copyOf(png, at + more));
      }
      for (int length : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, png.length}) {
        byte[] wrong = png.clone();
        ByteBuffer.wrap(wrong).putInt(at, length);
        add("PNG whose %s at %d has %d bytes".formatted(type, at, length), wrong);
      }
      add("PNG with a wrong sum in " + type, Pngs.damaged(png, type));
    }
    byte[] many = new byte[12 * 100_000];
    byte[] empty = Pngs.chunk("tEXt", new byte[0]);
    for (int at = 0; at < many.length; at += empty.length) {
      System.arraycopy(empty, 0, many, at, empty.length);
    }
    add("PNG of 100,000 chunks", JpegSurgery.inserted(png, 33, many));
    add("PNG that needs what nobody knows", Pngs.with(png, "ABCD", SCRIPT));
    add("PNG of two headers", JpegSurgery.inserted(png, 33, Arrays.copyOfRange(png, 8, 33)));
    addHeaders();
  }

  private void addHeaders() {
    byte[] rows = Pngs.deflated(new byte[(3 * SIDE + 1) * SIDE]);
    int most = Integer.MAX_VALUE;
    int[][] sizes = {{most, most}, {0, 0}, {-1, SIDE}, {16_385, 1}, {SIDE, 16_000}};
    for (int[] size : sizes) {
      String name = "PNG that claims %d × %d".formatted(size[0], size[1]);
      add(name, Pngs.raw(size[0], size[1], 8, 2, rows));
    }
    for (int depth : new int[] {0, 1, 3, 4, 16, 32, 255}) {
      add("PNG of %d bits".formatted(depth), Pngs.raw(SIDE, SIDE, depth, 2, rows));
    }
    for (int kind : new int[] {1, 5, 7, 255}) {
      add("PNG of kind %d".formatted(kind), Pngs.raw(SIDE, SIDE, 8, kind, rows));
    }
    byte[] filters = new byte[(3 * SIDE + 1) * SIDE];
    Arrays.fill(filters, (byte) 0xFF);
    add("PNG of filters there are not", Pngs.raw(SIDE, SIDE, 8, 2, Pngs.deflated(filters)));
    add("PNG of rows that are no rows", Pngs.raw(SIDE, SIDE, 8, 2, SCRIPT));
    add("PNG without rows", Pngs.raw(SIDE, SIDE, 8, 2, new byte[0]));
  }

  /** A few kilobytes that unfold to {@value #BOMB} bytes. */
  private void addBombs(byte[] png) {
    byte[] bomb = bomb();
    add("PNG whose rows unfold", Pngs.raw(SIDE, SIDE, 8, 2, bomb));
    add("PNG whose profile unfolds", Pngs.with(png, "iCCP", named("p", bomb)));
    add("PNG whose text unfolds", Pngs.with(png, "zTXt", named("Raw profile type exif", bomb)));
    add("PNG whose words unfold", Pngs.with(png, "iTXt", named("k", bomb)));
  }

  private static byte[] named(String name, byte[] deflated) {
    return ByteBuffer.allocate(name.length() + 2 + deflated.length)
        .put(name.getBytes(ISO_8859_1))
        .putShort((short) 0)
        .put(deflated)
        .array();
  }

  private static byte[] bomb() {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    byte[] room = new byte[1 << 16];
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      for (int left = BOMB; left > 0; left -= zeros.length) {
        deflater.setInput(zeros);
        write(deflater, room, bomb, Deflater::needsInput);
      }
      deflater.finish();
      write(deflater, room, bomb, Deflater::finished);
    }
    return bomb.toByteArray();
  }

  private interface Until {
    boolean reached(Deflater deflater);
  }

  private static void write(
      Deflater deflater, byte[] room, ByteArrayOutputStream out, Until until) {
    while (!until.reached(deflater)) {
      out.write(room, 0, deflater.deflate(room));
    }
  }

  /** Pixels of colours that the palette has not. */
  private void addPalettes() {
    byte[] rows = new byte[(SIDE + 1) * SIDE];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = (byte) (at % (SIDE + 1) == 0 ? 0 : 0xFF);
    }
    byte[] png = Pngs.raw(SIDE, SIDE, 8, 3, Pngs.deflated(rows));
    for (int bytes : new int[] {0, 1, 3, 7, 768, 771}) {
      String name = "PNG with a palette of %d bytes".formatted(bytes);
      add(name, Pngs.with(png, "PLTE", new byte[bytes]));
    }
    add("PNG without its palette", png);
    UnaryOperator<byte[]> seeThrough = it -> Pngs.with(it, "tRNS", new byte[300]);
    byte[] odd = Pngs.with(seeThrough.apply(png), "PLTE", new byte[3]);
    add("PNG that sees through more colours than it has", odd);
  }
}
