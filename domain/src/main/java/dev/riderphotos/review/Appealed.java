package dev.riderphotos.review;

import dev.riderphotos.execution.ReasonCode;

/**
 * What a rider appealed against, and in which words.
 *
 * @param words at most 500 characters; may be blank
 */
public record Appealed(ReasonCode reason, String words) {
  private static final int MAX_CHARACTERS = 500;

  public Appealed {
    if (!Kind.appealable(reason)) {
      throw new IllegalArgumentException("Nobody can appeal against " + reason);
    }
    words = words.strip();
    if (words.codePointCount(0, words.length()) > MAX_CHARACTERS) {
      throw new IllegalArgumentException("An appeal has at most 500 characters");
    }
  }

  @Override
  public String toString() {
    return "Appealed[" + reason + "]"; // without the rider's words
  }
}
