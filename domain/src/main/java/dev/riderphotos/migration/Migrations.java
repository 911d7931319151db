package dev.riderphotos.migration;

import java.util.List;
import java.util.Optional;

/**
 * The migrations, by id. Writes are durable when the call returns; reads see the last write. Faults
 * are {@link dev.riderphotos.BackendException}s.
 */
public interface Migrations {
  /** Keeps a new one; repeating the call changes nothing. */
  void add(Migration migration);

  /** Empty if there is none of this id. */
  Optional<Migration> find(MigrationId id);

  /** Lists all, the last prepared first. There are few. */
  List<Migration> all();

  /**
   * Writes it in place of the one with the revision before.
   *
   * @throws dev.riderphotos.Conflict if that is not the present one, because somebody else wrote
   */
  void replace(Migration next);

  /**
   * Takes a migration for this process, or holds on to it, so that no other process runs it. To be
   * called again and again while it runs: it writes only when that is due. Of a process that ended
   * without {@link #release}, another can take it a while later.
   *
   * @return false if another process has it
   */
  boolean claim(MigrationId id);

  /** Lets go of it at once; harmless if this process does not have it. */
  void release(MigrationId id);
}
