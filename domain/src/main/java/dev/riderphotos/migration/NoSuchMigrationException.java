package dev.riderphotos.migration;

/** There is no migration of this id. */
public final class NoSuchMigrationException extends RuntimeException {
  public NoSuchMigrationException(MigrationId id) {
    super("There is no migration " + id);
  }
}
