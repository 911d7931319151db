package dev.riderphotos.embedded;

import dev.riderphotos.BackendException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says of SQLite's faults whether they may pass. */
final class SqliteFaults {
  private SqliteFaults() {}

  static BackendException of(String doing, SQLException fault) {
    return new BackendException(doing, mayPass(fault), fault);
  }

  private static boolean mayPass(SQLException fault) {
    if (!(fault instanceof SQLiteException sqlite)) {
      return false;
    }
    // The extended codes carry the primary one in their lowest byte.
    int primary = sqlite.getResultCode().code & 0xFF;
    return primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code
        || primary == SQLiteErrorCode.SQLITE_IOERR.code
        || primary == SQLiteErrorCode.SQLITE_FULL.code;
  }
}
