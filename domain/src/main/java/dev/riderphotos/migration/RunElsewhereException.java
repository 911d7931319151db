package dev.riderphotos.migration;

/** Another process runs the migration at this moment. */
public final class RunElsewhereException extends RuntimeException {
  RunElsewhereException(MigrationId id) {
    super("Another process is running migration %s; see migrate show %s".formatted(id, id));
  }
}
