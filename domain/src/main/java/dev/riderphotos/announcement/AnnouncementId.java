package dev.riderphotos.announcement;

import java.time.Instant;
import java.util.UUID;

/**
 * Names an announcement, however often it is sent: a UUID that begins with the time (version 7), so
 * that ids as texts are in the order of what they tell of. The rest of it cannot be guessed.
 */
public record AnnouncementId(UUID value) implements Comparable<AnnouncementId> {
  private static final long VERSION = 0x7000;
  private static final long RANDOM = 0x0fff;
  private static final int TIME = 16;

  /** A new one, of something that happened then. */
  public static AnnouncementId at(Instant time) {
    UUID random = UUID.randomUUID();
    long first =
        (time.toEpochMilli() << TIME) | VERSION | (random.getMostSignificantBits() & RANDOM);
    return new AnnouncementId(new UUID(first, random.getLeastSignificantBits()));
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not a UUID in its usual form
   */
  public static AnnouncementId of(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("Not the id of an announcement");
    }
    return new AnnouncementId(UUID.fromString(text));
  }

  /** As their texts are compared. */
  @Override
  public int compareTo(AnnouncementId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
