package dev.riderphotos.migration;

/** The similarity from which on two riders' faces are taken for one person's. */
public interface DuplicateBar {
  /**
   * Answers by the duplicate rule that riders are held to.
   *
   * @param modelVersion of the collection
   * @param faces in the collection
   * @return 0 to 100
   */
  double similarity(String modelVersion, long faces);
}
