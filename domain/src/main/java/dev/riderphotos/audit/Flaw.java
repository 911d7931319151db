package dev.riderphotos.audit;

import java.util.Locale;

/**
 * A place where the trail is not as it was written.
 *
 * @param from the number of the entry
 * @param to the last of several in a row; of two that were swapped, the other
 */
public record Flaw(Kind kind, long from, long to) {
  /** What is wrong there. */
  public enum Kind {
    CHANGED,
    MISSING,
    SWAPPED,
    /** The last entries are not there. */
    TAIL_CUT,
    /** Entries are there that the head knows nothing of. */
    ADDED,
    HEAD_MISSING,
    /** The head is not sealed by us. */
    HEAD_FORGED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Flaw at(Kind kind, long number) {
    return new Flaw(kind, number, number);
  }

  /** In English. */
  public String sentence() {
    String place = from == to ? "entry " + from : "entries " + from + " to " + to;
    return switch (kind) {
      case CHANGED -> place + " changed";
      case MISSING -> place + " missing";
      case SWAPPED -> "entries %d and %d swapped".formatted(from, to);
      case TAIL_CUT -> place + " cut off the end";
      case ADDED -> place + " added past the head";
      case HEAD_MISSING -> "the head is missing, after " + place;
      case HEAD_FORGED -> "the head is forged, after " + place;
    };
  }
}
