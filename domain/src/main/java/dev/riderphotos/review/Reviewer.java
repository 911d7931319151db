package dev.riderphotos.review;

/**
 * Who decides: the id of an operator's key, or another name of whoever is known by none, as {@code
 * demo}; 1 to 128 characters.
 */
public record Reviewer(String value) {
  private static final int MAX_CHARACTERS = 128;

  public Reviewer {
    if (value.isBlank() || value.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException("A reviewer has a name of at most 128 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
