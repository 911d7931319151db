package dev.riderphotos.photo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A photo as it is stored: encoded bytes, of which nothing is known yet but what they begin with.
 *
 * <p>Of what came in, never more than {@link #MAX_BYTES} + 1 bytes are held: enough to refuse the
 * photo for its size, whatever was sent.
 */
public final class Photo {
  /** Rekognition takes no more bytes from S3. */
  public static final int MAX_BYTES = 15 * 1024 * 1024;

  private final byte[] bytes;

  private Photo(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes are not copied: the caller gives them away. */
  public static Photo of(byte[] bytes) {
    return bytes.length <= MAX_BYTES + 1
        ? new Photo(bytes)
        : new Photo(Arrays.copyOf(bytes, MAX_BYTES + 1));
  }

  /** One that we made, however large: a PNG may be many times as large as the JPEG it came from. */
  public static Photo made(byte[] bytes) {
    return new Photo(bytes);
  }

  /** Reads the stream to its end, or to the byte that makes the photo too large. */
  public static Photo read(InputStream in) throws IOException {
    return new Photo(in.readNBytes(MAX_BYTES + 1));
  }

  /** The encoded photo itself, not a copy; not to be written to. */
  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }

  public boolean tooLarge() {
    return bytes.length > MAX_BYTES;
  }

  /** Empty for anything that is neither JPEG nor PNG. */
  public Optional<PhotoFormat> format() {
    return PhotoFormat.sniff(bytes);
  }

  /** What it seems to be if it is neither JPEG nor PNG, in words: "a HEIC picture". */
  public Optional<String> foreignFormat() {
    return ForeignFormat.sniff(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Photo photo && Arrays.equals(bytes, photo.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Photo[" + bytes.length + " bytes]";
  }
}
