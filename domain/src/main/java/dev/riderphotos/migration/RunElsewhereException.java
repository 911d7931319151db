package dev.riderphotos.migration;

/** Another process runs or switches the migration at this moment. */
public final class RunElsewhereException extends RuntimeException {
  RunElsewhereException(MigrationId id) {
    super("Another process is at work on migration %s; see migrate show %s".formatted(id, id));
  }
}
