package dev.riderphotos.app.command;

import dev.riderphotos.BackendException;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteAuditLog;
import java.io.IOException;
import java.time.Clock;

/** The audit of a data folder, for commands that work on the folder and on nothing in it. */
final class FolderAudit {
  private FolderAudit() {}

  /** Brings the folder's database up to date. */
  static void tell(DataFiles files, Deed deed) throws IOException {
    try (DataFolder folder = DataFolder.beside(files.root());
        Database database = Database.open(folder)) {
      SigningKey key = SigningKey.open(folder);
      Audit audit = new Audit(new SqliteAuditLog(database, folder), key, Clock.systemUTC());
      var _ = audit.tell(Origin.commandLine(), deed);
    }
  }

  /**
   * Leaves a database of another version as it is, and minds none that cannot be written: what is
   * damaged, or on a disk that is full, has to be backed up all the same.
   *
   * @return whether it was told
   */
  static boolean tellIfItCan(DataFiles files, Deed deed) {
    if (!Database.isOfThisVersion(files)) {
      return false;
    }
    try {
      tell(files, deed);
      return true;
    } catch (IOException | DataFolderException | BackendException fault) {
      return false;
    }
  }
}
