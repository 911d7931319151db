package dev.riderphotos.event;

import java.util.UUID;

/** Names an event: a random UUID, the same however often it is delivered. */
public record EventId(UUID value) {
  public static EventId random() {
    return new EventId(UUID.randomUUID());
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not a UUID in its usual form
   */
  public static EventId of(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("Not an event id");
    }
    return new EventId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
