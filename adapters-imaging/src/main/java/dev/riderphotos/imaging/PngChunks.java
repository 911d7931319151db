package dev.riderphotos.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What matters to us in a PNG. Ancillary chunks never refuse an image: a decoder that trips over
 * them is not given them.
 */
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;

  private final ByteArrayOutputStream pixels;
  private Optional<ByteBuffer> exif = Optional.empty();
  private Optional<ByteBuffer> profile = Optional.empty();

  private PngChunks(int bytes) {
    this.pixels = new ByteArrayOutputStream(bytes);
  }

  /**
   * @throws IOException if the end is missing, or a checksum of what makes pixels is wrong, which
   *     the JDK's decoder does not look at
   */
  static PngChunks read(byte[] bytes) throws IOException {
    PngChunks chunks = new PngChunks(bytes.length);
    chunks.pixels.write(bytes, 0, SIGNATURE_BYTES);
    PngChunk chunk = new PngChunk(bytes, SIGNATURE_BYTES);
    while (chunk.type() != PngChunk.IEND) {
      chunks.add(chunk, bytes);
      chunk = new PngChunk(bytes, chunk.end());
    }
    chunks.add(chunk, bytes);
    return chunks;
  }

  private void add(PngChunk chunk, byte[] bytes) throws IOException {
    boolean needed = chunk.critical() || chunk.makesPixels();
    if (chunk.intact()) {
      keep(chunk, bytes);
    } else if (needed) {
      throw new IOException("Wrong checksum");
    }
    if (needed && !chunk.makesPixels()) {
      throw new IOException("An extension that cannot be left out");
    }
  }

  private void keep(PngChunk chunk, byte[] bytes) {
    switch (chunk.type()) {
      case PngChunk.EXIF -> exif = Optional.of(chunk.content());
      case PngChunk.ICCP -> profile = Optional.of(chunk.content());
      default -> {
        if (chunk.makesPixels()) {
          pixels.write(bytes, chunk.start(), chunk.end() - chunk.start());
        }
      }
    }
  }

  byte[] pixels() {
    return pixels.toByteArray();
  }

  /** The EXIF block, which begins with TIFF's byte order. */
  Optional<ByteBuffer> exif() {
    return exif;
  }

  /** The colour profile: a name, a zero, the method (always zero), and the profile deflated. */
  Optional<ByteBuffer> profile() {
    return profile;
  }
}
