package dev.riderphotos.imaging;

import dev.riderphotos.photo.PhotoFormat;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A PNG by its chunks. */
final class PngImage implements EncodedImage {
  private static final int HEADER_START = 16;
  private static final int HEADER_BYTES = 13;
  private static final int FIRST_CHUNK = 33;
  private static final int RGB = 2;
  private static final int GREY_AND_ALPHA = 4;
  private static final int RGB_AND_ALPHA = 6;

  /**
   * No display's profile comes near it, and a small chunk may inflate to a thousand times as much.
   */
  private static final int MAX_PROFILE_BYTES = 4 << 20;

  private final byte[] bytes;
  private final ByteBuffer header;

  /**
   * Reads the header.
   *
   * @param bytes begin with PNG's signature
   * @throws IOException if no header follows it, or one of no size
   */
  PngImage(byte[] bytes) throws IOException {
    if (bytes.length < FIRST_CHUNK) {
      throw new EOFException("Cut short");
    }
    this.bytes = bytes;
    this.header = ByteBuffer.wrap(bytes);
    if (header.getInt(8) != HEADER_BYTES || header.getInt(12) != PngChunk.IHDR) {
      throw new IOException("Does not begin with a header");
    }
    if (width() <= 0 || height() <= 0) {
      throw new IOException("Not a size");
    }
  }

  /** Every PNG is of a kind that can be read. */
  @Override
  public Optional<String> unsupportedKind() {
    return Optional.empty();
  }

  @Override
  public int width() {
    return header.getInt(HEADER_START);
  }

  @Override
  public int height() {
    return header.getInt(HEADER_START + 4);
  }

  /** What is not stored as BGR is laid out beside that; turning takes two pictures in any case. */
  @Override
  public long bytesToDecode() {
    int stored = storedBytes();
    int laidOut = stored == BYTES_A_PIXEL ? stored : stored + BYTES_A_PIXEL;
    int most = Math.max(laidOut, 2 * BYTES_A_PIXEL);
    return (long) most * width() * height() + 2L * bytes.length;
  }

  /** How many bytes a pixel takes as the decoder gives it. */
  private int storedBytes() {
    int keyed = colourKeyed() ? 1 : 0;
    int samples =
        switch (header.get(HEADER_START + 9)) {
          case RGB -> BYTES_A_PIXEL + keyed;
          case GREY_AND_ALPHA -> 2;
          case RGB_AND_ALPHA -> 4;
          default -> 1 + keyed;
        };
    boolean rounded = header.get(HEADER_START + 8) < 16 || keyed == 0;
    return rounded ? samples : 2 * samples;
  }

  private boolean colourKeyed() {
    try {
      PngChunk chunk = new PngChunk(bytes, FIRST_CHUNK);
      while (chunk.type() != PngChunk.IDAT && chunk.type() != PngChunk.TRNS) {
        chunk = new PngChunk(bytes, chunk.end());
      }
      return chunk.type() == PngChunk.TRNS;
    } catch (EOFException cut) {
      return false;
    }
  }

  @Override
  public Parts decode() throws IOException {
    PngChunks chunks = PngChunks.read(bytes);
    return new Parts(
        ImageIoDecoder.decode(PhotoFormat.PNG, chunks.pixels(), width(), height()),
        chunks.exif().map(ExifBlock::orientation).orElse(Orientation.UPRIGHT),
        chunks.profile().flatMap(PngImage::profile));
  }

  private static Optional<ColourProfile> profile(ByteBuffer chunk) {
    return PngText.of(chunk)
        .flatMap(named -> named.inflated(MAX_PROFILE_BYTES))
        .flatMap(ColourProfile::of);
  }
}
