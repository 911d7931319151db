package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceOrigins;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The photos of any number of faces, in a file that is deleted when this is closed: so that they
 * take disk instead of memory. For one thread.
 */
public final class TemporaryOrigins implements FaceOrigins, AutoCloseable {
  private static final String DOING = "note the photos of faces in a temporary file";
  private static final String TABLE =
      """
      create table origin (
        face_id text not null primary key,
        user_id text,
        bucket  text not null,
        key     text not null
      ) without rowid
      """;

  private final String reason;
  private final Path file;
  private final Connection connection;
  private final PreparedStatement add;
  private final PreparedStatement find;

  private TemporaryOrigins(String reason, Path file, Connection connection) throws SQLException {
    this.reason = reason;
    this.file = file;
    this.connection = connection;
    try (var statement = connection.createStatement()) {
      boolean _ = statement.execute(TABLE);
    }
    connection.setAutoCommit(false);
    add = connection.prepareStatement("insert or replace into origin values (?, ?, ?, ?)");
    find = connection.prepareStatement("select * from origin where face_id = ?");
  }

  /**
   * Makes an empty one.
   *
   * @param reason why a face that was not added has no origin
   */
  public static TemporaryOrigins open(String reason) throws IOException {
    Path file = Files.createTempFile("rider-photos", ".origins");
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.OFF);
    config.setSynchronous(SynchronousMode.OFF);
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
      return new TemporaryOrigins(reason, file, connection);
    } catch (SQLException fault) {
      Files.delete(file);
      throw fault(fault);
    }
  }

  /** Adds the photo of a face, in place of another that was added before. */
  public void add(FaceId face, Origin origin) {
    try {
      UserId user = origin.user();
      add.setString(1, face.value());
      add.setString(2, user == null ? null : user.value());
      add.setString(3, origin.photo().bucket());
      add.setString(4, origin.photo().key());
      int _ = add.executeUpdate();
    } catch (SQLException fault) {
      throw fault(fault);
    }
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    try {
      find.setString(1, face.id().value());
      try (var row = find.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Origin(
                    new PhotoRef(row.getString("bucket"), row.getString("key")),
                    user(row.getString("user_id"))))
            : Optional.empty();
      }
    } catch (SQLException fault) {
      throw fault(fault);
    }
  }

  private static @Nullable UserId user(@Nullable String id) {
    return id == null ? null : new UserId(id);
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException fault) {
      throw fault(fault);
    } finally {
      Files.delete(file);
    }
  }

  private static BackendException fault(SQLException fault) {
    return SqliteFaults.isFull(fault)
        ? new StorageException(DOING, true, fault)
        : new BackendException(DOING, false, fault);
  }
}
