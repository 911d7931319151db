package dev.riderphotos.migration;

/** Is told how a migration goes on; called from several threads. */
public interface MigrationWatcher {
  /** Nobody wants to know. */
  MigrationWatcher NOBODY =
      new MigrationWatcher() {
        @Override
        public void ended(int faces) {}

        @Override
        public void waiting(String reason) {}
      };

  /** A record is finished: so many faces have their outcome now. */
  void ended(int faces);

  /** A call failed for a passing reason, and is made again later. */
  void waiting(String reason);
}
