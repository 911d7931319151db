package dev.riderphotos.web.verification;

/** Selfies of people who do not exist: to try the page with, and to show what a good one is. */
public interface SamplePortraits {
  /** What a picture is an example of: a good photo, or one of the usual faults. */
  enum Example {
    GOOD,
    DARK,
    FAR,
    SUNGLASSES,
    TWO
  }

  /** A JPEG of somebody; of somebody else each time. */
  byte[] next();

  /** A small JPEG, four wide to five high; the same each time. */
  byte[] of(Example example);
}
