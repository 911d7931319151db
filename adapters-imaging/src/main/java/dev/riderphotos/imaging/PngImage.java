package dev.riderphotos.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** A PNG by its chunks. */
final class PngImage implements EncodedImage {
  private static final int HEADER_START = 16;
  private static final int HEADER_BYTES = 13;

  /**
   * No display's profile comes near it, and a small chunk may inflate to a thousand times as much.
   */
  private static final int MAX_PROFILE_BYTES = 4 << 20;

  private final byte[] bytes;

  PngImage(byte[] bytes) throws IOException {
    this.bytes = bytes;
    ByteBuffer start = ByteBuffer.wrap(bytes);
    if (start.getInt(8) != HEADER_BYTES || start.getInt(12) != PngChunk.IHDR) {
      throw new IOException("Does not begin with a header");
    }
    if (width() <= 0 || height() <= 0) {
      throw new IOException("Not a size");
    }
  }

  @Override
  public int width() {
    return ByteBuffer.wrap(bytes).getInt(HEADER_START);
  }

  @Override
  public int height() {
    return ByteBuffer.wrap(bytes).getInt(HEADER_START + 4);
  }

  @Override
  public Parts parts() throws IOException {
    PngChunks chunks = PngChunks.read(bytes);
    return new Parts(
        chunks.pixels(),
        chunks.exif().map(ExifBlock::orientation).orElse(Orientation.UPRIGHT),
        chunks.profile().flatMap(PngImage::profile));
  }

  private static Optional<ColourProfile> profile(ByteBuffer chunk) {
    while (chunk.hasRemaining() && chunk.get() != 0) {
      // the profile's name, which tells nothing
    }
    if (!chunk.hasRemaining()) {
      return Optional.empty();
    }
    byte[] deflated = new byte[chunk.remaining() - 1];
    chunk.get(chunk.position() + 1, deflated);
    return inflate(deflated).flatMap(ColourProfile::of);
  }

  private static Optional<byte[]> inflate(byte[] deflated) {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return Optional.of(in.readNBytes(MAX_PROFILE_BYTES));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }
}
