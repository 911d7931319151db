package dev.riderphotos.embedded.sqlite;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** A database's schema beside the one of this version. */
final class Schema {
  private static final Set<MigrationState> NEWER =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
  private static final String FOLDER = "dev/riderphotos/embedded/schema";
  private static final String FIRST = "V1__rider_verification.sql";
  private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?V(\\d+)__\\w+\\.sql");

  private final String url;

  /** Names the database in that file. */
  Schema(Path database) {
    this.url = "jdbc:sqlite:" + database;
  }

  /**
   * Whether all of this version's scripts have run, and no others: then there is nothing to do.
   * Flyway finds out the same, and takes longer for it than all else that a start does with the
   * database.
   */
  boolean isCurrent() throws IOException, SQLException {
    return applied().equals(scripts());
  }

  /** Whether a later version of this product has written it. */
  boolean isNewer() {
    return Arrays.stream(flyway().info().all())
        .anyMatch(migration -> NEWER.contains(migration.getState()));
  }

  boolean isOlder() {
    return flyway().info().pending().length > 0;
  }

  void bringUpToDate() {
    var _ = flyway().migrate();
  }

  private Flyway flyway() {
    return Flyway.configure().dataSource(url, null, null).locations("classpath:" + FOLDER).load();
  }

  /** Numbers of the scripts that ran to their end; none if one did not, or nobody knows. */
  private Set<Integer> applied() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      try (var table =
          statement.executeQuery(
              "select 1 from sqlite_master where name = 'flyway_schema_history'")) {
        if (!table.next()) {
          return Set.of();
        }
      }
      Set<Integer> versions = new TreeSet<>();
      try (var rows =
          statement.executeQuery("select version, success from flyway_schema_history")) {
        while (rows.next()) {
          if (!rows.getBoolean("success") || rows.getString("version") == null) {
            return Set.of();
          }
          versions.add(rows.getInt("version"));
        }
      }
      return versions;
    }
  }

  /** Numbers of the scripts beside this class, in the jar or in the folder that it comes from. */
  private static Set<Integer> scripts() throws IOException {
    URL first = Objects.requireNonNull(Schema.class.getResource("/" + FOLDER + "/" + FIRST));
    if (first.openConnection() instanceof JarURLConnection jar) {
      return versions(
          jar.getJarFile().stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(FOLDER)));
    }
    try (Stream<Path> files =
        Files.list(Objects.requireNonNull(Path.of(URI.create(first.toString())).getParent()))) {
      return versions(files.map(Path::toString));
    }
  }

  private static Set<Integer> versions(Stream<String> names) {
    Set<Integer> versions = new TreeSet<>();
    names
        .map(SCRIPT::matcher)
        .filter(Matcher::matches)
        .forEach(script -> versions.add(Integer.valueOf(script.group(1))));
    return versions;
  }
}
