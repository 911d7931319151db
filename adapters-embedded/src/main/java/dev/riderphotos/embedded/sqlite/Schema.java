package dev.riderphotos.embedded.sqlite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** A database's schema beside the one of this version. */
final class Schema {
  private static final Set<MigrationState> NEWER =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private final Flyway flyway;

  /** Makes the schema of the database in that file. */
  Schema(Path database) {
    this.flyway =
        Flyway.configure()
            .dataSource("jdbc:sqlite:" + database, null, null)
            .locations("classpath:dev/riderphotos/embedded/schema")
            .load();
  }

  /** Whether a later version of this product has written it. */
  boolean isNewer() {
    return Arrays.stream(flyway.info().all())
        .anyMatch(migration -> NEWER.contains(migration.getState()));
  }

  boolean isOlder() {
    return flyway.info().pending().length > 0;
  }

  void bringUpToDate() {
    var _ = flyway.migrate();
  }
}
