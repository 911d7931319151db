package dev.riderphotos.migration;

import java.util.function.Supplier;

/** What one process does with a migration, and no other meanwhile. */
final class Claimed {
  private Claimed() {}

  /**
   * Does the work, and lets go of the migration afterwards, also if that fails.
   *
   * @throws RunElsewhereException if another process has it; then nothing was done
   */
  static <T> T by(Migrations migrations, MigrationId id, Supplier<T> work) {
    require(migrations, id);
    try {
      return work.get();
    } finally {
      migrations.release(id);
    }
  }

  /**
   * Holds on to it.
   *
   * @throws RunElsewhereException if another process has taken it
   */
  static void require(Migrations migrations, MigrationId id) {
    if (!migrations.claim(id)) {
      throw new RunElsewhereException(id);
    }
  }
}
