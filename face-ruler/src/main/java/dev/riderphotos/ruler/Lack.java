package dev.riderphotos.ruler;

import java.util.Locale;

/** Why there is no figure: there is too little of something to say anything. */
public record Lack(Of of, long has, long wanted) {
  public enum Of {
    /** Pairs of photos of different people. */
    STRANGER_PAIRS("pairs of strangers"),
    /** People with two photos that are not one picture. */
    PEOPLE_WITH_PAIRS("people with two photos"),
    /** Pairs of strangers, where no curve could be fitted to enough of them. */
    DISTINCT_DISTANCES("different distances between strangers");

    private final String words;

    Of(String words) {
      this.words = words;
    }
  }

  public String sentence() {
    return String.format(
        Locale.ENGLISH,
        "Nothing can be said: this wants %,d %s, and there are %,d.",
        wanted,
        of.words,
        has);
  }
}
