package dev.riderphotos.review;

/** Which of two registrations goes that are one person's. */
public enum Withdraw {
  /** The one that the case is about, which came later. */
  LATER,
  /** The one that was there. */
  EARLIER
}
