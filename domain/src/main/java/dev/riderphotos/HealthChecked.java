package dev.riderphotos;

/** Something outside that must work for us to work, as {@code /health} asks it. */
public interface HealthChecked {
  /** What an operator calls it, such as "photos (files)". */
  String name();

  /**
   * Returns when the backend answers. Cheap enough to be called every few seconds.
   *
   * @throws BackendException if it does not
   */
  void check();
}
