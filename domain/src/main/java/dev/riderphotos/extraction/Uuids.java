package dev.riderphotos.extraction;

import java.util.UUID;

/** UUIDs that are made of something, and not at random. */
final class Uuids {
  private Uuids() {}

  /** One of version 8, which RFC 9562 leaves to us: 60 bits of the first and 62 of the second. */
  static UUID custom(long first, long second) {
    return new UUID((first & ~0xF000L) | 0x8000L, (second & (-1L >>> 2)) | Long.MIN_VALUE);
  }

  static UUID parse(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("Not a UUID in lower-case letters");
    }
    return UUID.fromString(text);
  }
}
