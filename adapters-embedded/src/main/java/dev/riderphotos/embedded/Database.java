package dev.riderphotos.embedded;

import dev.riderphotos.Backend;
import dev.riderphotos.BackendException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The SQLite file. One connection writes, since SQLite has one writer at a time, and a few read
 * beside it, which the write-ahead log allows. A write has reached the disk when it returns.
 */
public final class Database implements Backend, AutoCloseable {
  private static final int READERS = 4;

  private final ReentrantLock writing = new ReentrantLock();
  private final Connection writer;
  private final BlockingQueue<Connection> readers;
  private final List<Connection> connections;

  private Database(List<Connection> connections) {
    this.connections = connections;
    this.writer = connections.getFirst();
    this.readers = new ArrayBlockingQueue<>(READERS, true, connections.subList(1, READERS + 1));
  }

  /** Statements of one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Opens the folder's database, making it or bringing its schema up to date; beside the process
   * that has locked the folder, only if the schema is this version's.
   *
   * @throws DataFolderException if it is not
   */
  public static Database open(DataFolder folder) {
    String url = "jdbc:sqlite:" + folder.database();
    migrate(url, folder.locked());
    List<Connection> connections = new ArrayList<>();
    try {
      connections.add(connect(url, false));
      for (int i = 0; i < READERS; i++) {
        connections.add(connect(url, true));
      }
      return new Database(List.copyOf(connections));
    } catch (SQLException fault) {
      throw fault("open the database", fault);
    }
  }

  /** Runs the work outside any transaction of its own. */
  <T> T read(String doing, Work<T> work) {
    Connection reader = borrowReader();
    try {
      return work.in(reader);
    } catch (SQLException fault) {
      throw fault(doing, fault);
    } finally {
      readers.add(reader);
    }
  }

  /** Runs the work as one transaction: all of it or nothing, on the disk when this returns. */
  <T> T write(String doing, Work<T> work) {
    writing.lock();
    try {
      T result = work.in(writer);
      writer.commit();
      return result;
    } catch (SQLException fault) {
      rollBack(fault);
      throw fault(doing, fault);
    } catch (RuntimeException | Error fault) {
      rollBack(fault);
      throw fault;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public String name() {
    return "records (SQLite)";
  }

  @Override
  public void check() {
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

  private static void migrate(String url, boolean alone) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, null, null)
            .locations("classpath:dev/riderphotos/embedded/schema")
            .load();
    if (alone) {
      flyway.migrate();
    } else if (flyway.info().pending().length > 0) {
      throw new DataFolderException("The process that uses the data folder is of an older version");
    }
  }

  private static Connection connect(String url, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    if (readOnly) {
      try (var statement = connection.createStatement()) {
        statement.execute("pragma query_only = true");
      }
    } else {
      connection.setAutoCommit(false);
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

  private void rollBack(Throwable fault) {
    try {
      writer.rollback();
    } catch (SQLException second) {
      fault.addSuppressed(second);
    }
  }

  private static BackendException fault(String doing, SQLException fault) {
    return SqliteFaults.of(doing, fault);
  }
}
