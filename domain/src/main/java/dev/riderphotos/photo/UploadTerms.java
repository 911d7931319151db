package dev.riderphotos.photo;

import java.time.Instant;

/**
 * What a ticket allows to be put; until it expires, as often as its holder likes.
 *
 * @param format what the upload must be, by its header and by its content
 * @param size in bytes: exactly so many, or at most
 */
public record UploadTerms(PhotoRef ref, PhotoFormat format, Size size, Instant expiresAt) {
  /** How large the upload may be. */
  public record Size(long bytes, boolean exact) {
    public Size {
      if (bytes < 1 || bytes > Photo.MAX_BYTES) {
        throw new IllegalArgumentException("An upload has 1 to " + Photo.MAX_BYTES + " bytes");
      }
    }

    public static Size exactly(long bytes) {
      return new Size(bytes, true);
    }

    public static Size atMost(long bytes) {
      return new Size(bytes, false);
    }
  }
}
