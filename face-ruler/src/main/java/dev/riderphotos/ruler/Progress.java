package dev.riderphotos.ruler;

/** Is told how far a long piece of work has come, by one thread at a time. */
@FunctionalInterface
public interface Progress {
  /**
   * @param done from 1 to {@code total}, never falling
   */
  void done(long done, long total);
}
