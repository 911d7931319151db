package dev.riderphotos.embedded.backup;

/** Is told how far a backup, or a restoration, is. What it throws ends it; nothing is left then. */
public interface Watcher {
  /** The database was copied; once more, if files that it tells of went before they were held. */
  void copied();

  /** There are so many files. */
  void begin(int files);

  /** One more of them is done. */
  void step();
}
