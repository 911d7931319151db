package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.photo.PhotoRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * A database that no server uses: one moment of one that a server does use, or one that is being
 * restored. What older versions of the schema do not have counts as empty.
 */
public final class DatabaseCopy implements AutoCloseable {
  private static final String OF_PROFILES =
      """
      select s3bucket, s3key from rider_profile
      union all select thumbnail_s3bucket, thumbnail_s3key from rider_profile
      """;

  /** Of a rider who is being erased the photos go before the profile. */
  private static final String OF_RIDERS_WHO_LEAVE =
      """
      select s3bucket, s3key from rider_profile join erasure_wish on rider = username
      union all
      select thumbnail_s3bucket, thumbnail_s3key
      from rider_profile join erasure_wish on rider = username
      """;

  private static final String OF_DRINKS = "select s3bucket, s3key from drink_photo";
  private static final String OF_GALLERY =
      """
      select s3bucket, name from gallery_photo where content is not null and attempt_worker is null
      """;

  /** A photo comes after its execution's row, so there may be none yet. */
  private static final String OF_EXECUTIONS =
      """
      select bucket, key from execution
      join object on bucket = json_extract(document, '$.submission.photo.bucket')
        and key = json_extract(document, '$.submission.photo.key')
      where unfinished
      """;

  /** What other records cannot do without, by table. An execution that has ended can. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "drink_photo", OF_DRINKS,
          "gallery_photo", OF_GALLERY,
          "execution", OF_EXECUTIONS);

  private static final int BUSY_MILLISECONDS = 30_000;

  private final Path file;
  private final Connection connection;
  private final Set<String> tables;

  private DatabaseCopy(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.tables =
        Set.copyOf(
            Statements.query(
                connection,
                "select name from sqlite_master where type = 'table'",
                row -> row.getString(1)));
  }

  /** How many there are of what people would count. */
  public record Counts(long riders, long executions, long faces, long drinks, long galleryPhotos) {}

  /**
   * Copies a database as it stands, whoever reads and writes it meanwhile: a single transaction
   * reads all of it, and what was deleted from it is not copied. The original is opened for reading
   * only.
   *
   * @throws DataFolderException if it cannot be read, or the copy not be written
   */
  public static DatabaseCopy make(Path original, Path copy) {
    try (Connection source = connect(original, true);
        var statement = source.prepareStatement("vacuum into ?")) {
      statement.setString(1, copy.toString());
      int _ = statement.executeUpdate();
    } catch (SQLException fault) {
      throw fault(original, "copied", fault);
    }
    return open(copy);
  }

  /**
   * Opens one that is there.
   *
   * @throws DataFolderException if it is none
   */
  public static DatabaseCopy open(Path file) {
    try {
      return new DatabaseCopy(file, connect(file, false));
    } catch (SQLException fault) {
      throw fault(file, "opened", fault);
    }
  }

  public Path file() {
    return file;
  }

  /** Lists the objects of which rows say that they are in the store. */
  public Set<PhotoRef> objects() {
    return refs("object", "select bucket, key from object");
  }

  /** What records point at, and must be in the store for them to be whole. */
  public Set<PhotoRef> needed() {
    Set<PhotoRef> needed = refs("rider_profile", OF_PROFILES);
    needed.removeAll(refs("erasure_wish", OF_RIDERS_WHO_LEAVE));
    NEEDED.forEach((table, sql) -> needed.addAll(refs(table, sql)));
    return needed;
  }

  /** Takes the rows of these objects away, leaving no trace of their keys. */
  public void withoutObjects(Collection<PhotoRef> refs) {
    asking(
        () -> {
          connection.setAutoCommit(false);
          for (PhotoRef ref : refs) {
            int _ =
                Statements.change(
                    connection,
                    "delete from object where bucket = ? and key = ?",
                    ref.bucket(),
                    ref.key());
          }
          connection.commit();
          connection.setAutoCommit(true);
          return refs;
        });
  }

  /** Entries of the audit with a greater number, the oldest first. */
  public List<AuditEntry> auditAfter(long number, int limit) {
    return tables.contains("audit_entry")
        ? asking(
            () ->
                Statements.query(
                    connection,
                    "select * from audit_entry where number > ? order by number limit ?",
                    SqliteAuditLog::entry,
                    number,
                    limit))
        : List.of();
  }

  public Counts counts() {
    return new Counts(
        count("rider_profile"),
        count("execution"),
        count("face"),
        count("drink_photo"),
        count("gallery_photo"));
  }

  /** What SQLite finds wrong with it; and whether it is of a version that we do not know. */
  public List<String> flaws() {
    Stream<String> broken =
        asking(
                () ->
                    Statements.query(connection, "pragma integrity_check", row -> row.getString(1)))
            .stream()
            .filter(found -> !found.equals("ok"));
    Stream<String> dangling =
        asking(
            () ->
                Statements.query(
                    connection,
                    "pragma foreign_key_check",
                    row -> "a row of " + row.getString(1) + " points nowhere"))
            .stream();
    return Stream.concat(broken, dangling).toList();
  }

  /** Whether a later version of this product has written it: its schema is not ours. */
  public boolean isOfNewerVersion() {
    return new Schema(file).isNewer();
  }

  /** Says whether the database is one of ours. */
  public boolean isOurs() {
    return tables.containsAll(Set.of("object", "rider_profile", "execution", "face"));
  }

  @Override
  public void close() {
    boolean _ =
        asking(
            () -> {
              connection.close();
              return true;
            });
  }

  private Set<PhotoRef> refs(String table, String sql) {
    Set<PhotoRef> refs = new HashSet<>();
    if (tables.contains(table)) {
      refs.addAll(
          asking(
              () ->
                  Statements.query(
                      connection, sql, row -> new PhotoRef(row.getString(1), row.getString(2)))));
    }
    return refs;
  }

  private long count(String table) {
    return tables.contains(table)
        ? asking(
                () ->
                    Statements.query(
                        connection, "select count(*) from " + table, row -> row.getLong(1)))
            .getFirst()
        : 0;
  }

  private interface Asking<T> {
    T ask() throws SQLException;
  }

  private <T> T asking(Asking<T> question) {
    try {
      return question.ask();
    } catch (SQLException fault) {
      throw fault(file, "read", fault);
    }
  }

  private static Connection connect(Path file, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
  }

  private static DataFolderException fault(Path file, String done, SQLException fault) {
    return new DataFolderException(
        "The database %s cannot be %s: %s".formatted(file, done, SqliteFaults.words(fault)), fault);
  }
}
