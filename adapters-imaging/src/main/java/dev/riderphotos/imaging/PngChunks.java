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

  /** The last chunk is always the same. */
  private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 'B', '`', -126};

  private final ByteArrayOutputStream pixels;
  private Optional<ByteBuffer> exif = Optional.empty();
  private Optional<PngChunk> text = Optional.empty();
  private Optional<ByteBuffer> profile = Optional.empty();

  private PngChunks(int bytes) {
    this.pixels = new ByteArrayOutputStream(bytes);
  }

  /**
   * Reads to the end, or to where the file breaks off. Whether all pixels came before that must
   * show in decoding them.
   *
   * @throws IOException if what makes pixels breaks off itself, or has a wrong checksum, which the
   *     JDK's decoder does not look at
   */
  static PngChunks read(byte[] bytes) throws IOException {
    PngChunks chunks = new PngChunks(bytes.length + END.length);
    chunks.pixels.write(bytes, 0, SIGNATURE_BYTES);
    Optional<PngChunk> chunk = PngChunk.at(SIGNATURE_BYTES, bytes);
    while (chunk.isPresent()) {
      chunks.add(chunk.get(), bytes);
      boolean last = chunk.get().type() == PngChunk.IEND;
      chunk = last ? Optional.empty() : PngChunk.at(chunk.get().end(), bytes);
    }
    chunks.pixels.writeBytes(END);
    return chunks;
  }

  private void add(PngChunk chunk, byte[] bytes) throws IOException {
    boolean needed = chunk.critical() || chunk.makesPixels();
    if (chunk.intact()) {
      keep(chunk, bytes);
    } else if (needed) {
      throw new IOException("Wrong checksum");
    }
    if (needed && !chunk.makesPixels() && chunk.type() != PngChunk.IEND) {
      throw new IOException("An extension that cannot be left out");
    }
  }

  private void keep(PngChunk chunk, byte[] bytes) {
    switch (chunk.type()) {
      case PngChunk.EXIF -> exif = Optional.of(chunk.content());
      case PngChunk.TEXT, PngChunk.ZTXT -> keepExif(chunk);
      case PngChunk.ICCP -> profile = Optional.of(chunk.content());
      default -> {
        if (chunk.makesPixels()) {
          pixels.write(bytes, chunk.start(), chunk.end() - chunk.start());
        }
      }
    }
  }

  /** The first is the one: there is work in each, and there may be very many. */
  private void keepExif(PngChunk chunk) {
    if (text.isEmpty() && PngText.of(chunk.content()).filter(PngText::holdsExif).isPresent()) {
      text = Optional.of(chunk);
    }
  }

  byte[] pixels() {
    return pixels.toByteArray();
  }

  /** The EXIF block, wherever it is. */
  Optional<ByteBuffer> exif() {
    return exif.or(() -> text.flatMap(PngChunks::exif));
  }

  private static Optional<ByteBuffer> exif(PngChunk chunk) {
    return PngText.of(chunk.content()).flatMap(it -> it.exif(chunk.type() == PngChunk.ZTXT));
  }

  /** The colour profile: a name, a zero, the method (always zero), and the profile deflated. */
  Optional<ByteBuffer> profile() {
    return profile;
  }
}
