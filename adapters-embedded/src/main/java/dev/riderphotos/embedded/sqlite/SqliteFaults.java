package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.embedded.Disk;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says of SQLite's faults whether they may pass, and which are the disk's. */
public final class SqliteFaults {
  private SqliteFaults() {}

  public static BackendException of(String doing, SQLException fault, Disk disk) {
    return switch (primary(fault)) {
      case SQLITE_FULL -> new StorageException(doing, true, fault);
      case SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN -> disk.fault(doing, fault);
      case SQLITE_BUSY, SQLITE_LOCKED -> new BackendException(doing, true, fault);
      default -> new BackendException(doing, false, fault);
    };
  }

  /** Whether there was no room on the disk. */
  static boolean isFull(SQLException fault) {
    return primary(fault) == SQLiteErrorCode.SQLITE_FULL;
  }

  /** What is wrong, for an operator. */
  static String words(SQLException fault) {
    return switch (primary(fault)) {
      case SQLITE_FULL -> "the disk is full";
      case SQLITE_CORRUPT, SQLITE_NOTADB -> "it is damaged";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "it, or its folder, is not accessible";
      case SQLITE_BUSY, SQLITE_LOCKED -> "another process does not let go of it";
      case SQLITE_IOERR -> "the disk does not answer as it should";
      default -> "SQLite does not say why";
    };
  }

  /** The extended codes carry the primary one in their lowest byte. */
  private static SQLiteErrorCode primary(SQLException fault) {
    return fault instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
