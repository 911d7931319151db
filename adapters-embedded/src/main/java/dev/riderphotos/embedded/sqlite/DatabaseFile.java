package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * The database as a file: there and its owner's alone, whole, and of the schema that we know.
 * Whatever it is not is told to the operator, before anything is read from it or written to it.
 */
final class DatabaseFile {
  private static final String OK = "ok";
  private static final String CHECK = "pragma quick_check(1)";

  /** Up to this size all of it is read before anything else. */
  private static final long LARGE = 64 << 20;

  private static final String CHECKS_BUT_OF_FACES =
      """
      select 'pragma quick_check("' || name || '")' from sqlite_schema
      where type = 'table' and name <> 'face' and name not like 'sqlite_%'
      """;

  private final Path file;

  private DatabaseFile(Path file) {
    this.file = file;
  }

  /**
   * Makes the folder's database, or brings its schema up to date; beside the process that has
   * locked the folder, only looks whether the schema is this version's.
   *
   * @return where it is, for JDBC
   * @throws DataFolderException if it cannot be used
   */
  static String prepare(DataFolder folder) {
    SqliteLibrary.use();
    DatabaseFile database = new DatabaseFile(folder.database());
    try {
      if (folder.locked()) {
        database.refuseLost(folder.hasPhotos());
        database.make();
        database.refuseDamaged();
      }
      database.migrate(folder.locked());
      return database.url();
    } catch (IOException | SQLException | FlywayException fault) {
      throw new DataFolderException(
          "The database %s cannot be used: it is damaged, no database of ours, or on a disk that is"
                  .formatted(folder.database().toAbsolutePath())
              + " full. Put back the one of the last backup",
          fault);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + file;
  }

  /** SQLite would take what is empty, or has one byte, for new, and so forget all there was. */
  private void refuseLost(boolean photos) throws IOException {
    long size = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    if (size == 1 || (size == 0 && photos)) {
      throw new DataFolderException(
          "The database %s is missing or empty, although photos are there. Put back the one of the"
                  .formatted(file.toAbsolutePath())
              + " last backup; or move the whole data folder away, to begin anew");
    }
  }

  /** What SQLite puts beside it has the same permissions. */
  private void make() throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.createFile(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (FileAlreadyExistsException meanwhile) {
      // By a process beside this one.
    }
  }

  /**
   * What is in each page, but not whether indexes and tables agree, which would take long. Of a
   * large database faces are the most: they are left to {@link Database#examine}.
   */
  private void refuseDamaged() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url())) {
      if (Files.size(file) <= LARGE) {
        refuseDamaged(connection, CHECK);
        return;
      }
      for (String check :
          Statements.query(connection, CHECKS_BUT_OF_FACES, row -> row.getString(1))) {
        refuseDamaged(connection, check);
      }
    }
  }

  private static void refuseDamaged(Connection connection, String check) throws SQLException {
    Optional<String> damage = damage(connection, check);
    if (damage.isPresent()) {
      throw new SQLException("It is damaged: " + damage.get());
    }
  }

  /** What is damaged in any page. */
  static Optional<String> damage(Connection connection) throws SQLException {
    return damage(connection, CHECK);
  }

  private static Optional<String> damage(Connection connection, String check) throws SQLException {
    return Statements.query(connection, check, row -> row.getString(1)).stream()
        .filter(found -> !found.equals(OK))
        .findFirst();
  }

  private void migrate(boolean alone) throws IOException, SQLException {
    Schema schema = new Schema(file);
    if (schema.isCurrent()) {
      return;
    }
    if (schema.isNewer()) {
      throw new DataFolderException(
          "The database %s was written by a newer version of Rider Photos: start that one, or put"
                  .formatted(file.toAbsolutePath())
              + " back a backup that this version made");
    }
    if (alone) {
      schema.bringUpToDate();
    } else if (schema.isOlder()) {
      throw new DataFolderException("The process that uses the data folder is of an older version");
    }
  }
}
