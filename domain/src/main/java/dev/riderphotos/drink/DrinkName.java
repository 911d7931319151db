package dev.riderphotos.drink;

/**
 * What a drink is called: trimmed, 1 to 100 characters and at most 300 bytes, in Unicode's composed
 * form, no control characters. Two that differ in case or accents are two.
 */
public record DrinkName(String value) {
  public DrinkName {
    value = PlainText.of("drink name", value);
  }

  /** Suggestions go by this: the name without accents and case. */
  public String folded() {
    return PlainText.folded(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
