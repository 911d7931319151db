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
import org.flywaydb.core.api.FlywayException;

/**
 * The database as a file: there and its owner's alone, whole, and of the schema that we know.
 * Whatever it is not is told to the operator, before anything is read from it or written to it.
 */
final class DatabaseFile {
  private static final String OK = "ok";

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

  /** What is in each page, but not whether indexes and tables agree, which would take long. */
  private void refuseDamaged() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        var statement = connection.createStatement();
        var found = statement.executeQuery("pragma quick_check(1)")) {
      if (!found.next() || !OK.equals(found.getString(1))) {
        throw new SQLException("It is damaged: " + found.getString(1));
      }
    }
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
