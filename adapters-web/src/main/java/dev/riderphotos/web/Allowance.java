package dev.riderphotos.web;

/** How much a caller may send. */
public interface Allowance {
  /** Everybody may send as much as they like. */
  Allowance UNLIMITED = (_, _) -> {};

  /**
   * Counts bytes that came in.
   *
   * @param account whose
   * @throws ProblemException if they are too many
   */
  void takeBytes(String account, long bytes);
}
