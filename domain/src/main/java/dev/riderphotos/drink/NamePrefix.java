package dev.riderphotos.drink;

/**
 * What somebody has typed of a name so far; case and accents do not matter.
 *
 * @param folded as {@link BarName#folded}; empty for anything
 */
public record NamePrefix(String folded) {
  /** What every name begins with. */
  public static final NamePrefix ANY = new NamePrefix("");

  private static final int MAX_CHARACTERS = 300;

  public static NamePrefix of(String typed) {
    if (typed.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException("A name is not so long");
    }
    return new NamePrefix(PlainText.folded(typed.stripLeading()));
  }

  public boolean begins(BarName bar) {
    return bar.folded().startsWith(folded);
  }

  public boolean begins(DrinkName drink) {
    return drink.folded().startsWith(folded);
  }
}
