package dev.riderphotos.review;

import java.util.UUID;

/** Names a case: a random UUID, which nobody can guess. */
public record CaseId(UUID value) {
  public static CaseId random() {
    return new CaseId(UUID.randomUUID());
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not a UUID in its usual form
   */
  public static CaseId of(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("Not a case's id");
    }
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
