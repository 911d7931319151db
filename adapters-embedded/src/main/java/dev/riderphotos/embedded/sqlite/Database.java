package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.embedded.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The SQLite file. One connection writes, since SQLite has one writer at a time, and a few read
 * beside it, which the write-ahead log allows. A write has reached the disk when it returns.
 */
public final class Database implements HealthChecked, AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  private final ReentrantLock writing = new ReentrantLock();
  private final String url;
  private final Connection writer;
  private final BlockingQueue<Connection> readers;
  private final List<Connection> connections;
  private final Disk disk;
  private volatile @Nullable String damage;

  private Database(String url, List<Connection> connections, Disk disk) {
    this.url = url;
    this.disk = disk;
    this.connections = connections;
    this.writer = connections.getFirst();
    this.readers = new ArrayBlockingQueue<>(READERS, true, connections.subList(1, READERS + 1));
  }

  /** Work is done by statements of one transaction. */
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Opens the folder's database, making it or bringing its schema up to date; beside the process
   * that has locked the folder, only if the schema is this version's.
   *
   * @throws DataFolderException if it is not, or if it is damaged
   */
  public static Database open(DataFolder folder) {
    String url = DatabaseFile.prepare(folder);
    List<Connection> connections = new ArrayList<>();
    try {
      connections.add(connect(url, false));
      for (int i = 0; i < READERS; i++) {
        connections.add(connect(url, true));
      }
      return new Database(url, List.copyOf(connections), folder.disk());
    } catch (SQLException fault) {
      throw SqliteFaults.of("open the database", fault, folder.disk());
    }
  }

  /** Whether there is a database that can be opened without bringing its schema up to date. */
  public static boolean isOfThisVersion(DataFiles files) {
    try {
      return Files.exists(files.database()) && new Schema(files.database()).isCurrent();
    } catch (IOException | SQLException unreadable) {
      return false;
    }
  }

  /** Runs the work outside any transaction of its own. */
  public <T> T read(String doing, Work<T> work) {
    Connection reader = borrowReader();
    try {
      return work.in(reader);
    } catch (SQLException fault) {
      throw fault(doing, fault);
    } finally {
      readers.add(reader);
    }
  }

  /**
   * Runs the work as one transaction: all of it or nothing, on the disk when this returns. Nobody
   * else writes meanwhile: another process, such as a command beside a server, waits its turn, or
   * this one does.
   */
  public <T> T write(String doing, Work<T> work) {
    writing.lock();
    try {
      // A transaction that reads first and locks later is refused if somebody wrote in between.
      execute("begin immediate");
      return commit(work);
    } catch (SQLException fault) {
      throw fault(doing, fault);
    } finally {
      writing.unlock();
    }
  }

  private <T> T commit(Work<T> work) throws SQLException {
    try {
      T result = work.in(writer);
      execute("commit");
      return result;
    } catch (SQLException | RuntimeException | Error fault) {
      rollBack(fault);
      throw fault;
    }
  }

  /** When a disk is full, SQLite has done so by itself, and refuses to do it again. */
  private void rollBack(Throwable fault) {
    try {
      execute("rollback");
    } catch (SQLException second) {
      fault.addSuppressed(second);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      boolean _ = statement.execute(sql);
    }
  }

  /**
   * Cuts off the log, which has what was deleted until then; where it stood it is overwritten by
   * deleting.
   */
  public void cutOffLog() {
    writing.lock();
    try (Connection outside = DriverManager.getConnection(url);
        Statement statement = outside.createStatement()) {
      statement.execute("pragma busy_timeout = " + BUSY_MILLIS);
      try (ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
        if (result.next() && result.getInt(1) != 0) {
          throw new BackendException(
              "overwrite what was deleted", true, new IOException("the log is being read"));
        }
      }
    } catch (SQLException fault) {
      throw fault("overwrite what was deleted", fault);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Reads all of it once, which takes long where it is large; a process that has it for long does
   * so beside its work. {@link #check} then says what is damaged.
   */
  public void examine() {
    damage = read("examine the database", DatabaseFile::damage).orElse(null);
  }

  @Override
  public String name() {
    return "records (SQLite)";
  }

  @Override
  public void check() {
    String found = damage;
    if (found != null) {
      throw new BackendException(
          "read the database, which is damaged: put back the one of the last backup",
          false,
          new SQLException(found));
    }
    read(
        "read the database",
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute("select 1 from rider_profile limit 1");
          }
        });
  }

  @Override
  public void close() {
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException fault) {
        throw fault("close the database", fault);
      }
    }
  }

  private static Connection connect(String url, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    if (readOnly) {
      try (var statement = connection.createStatement()) {
        statement.execute("pragma query_only = true");
      }
    }
    return connection;
  }

  private Connection borrowReader() {
    try {
      return readers.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BackendException("read the database", true, interrupted);
    }
  }

  private BackendException fault(String doing, SQLException fault) {
    return SqliteFaults.of(doing, fault, disk);
  }
}
