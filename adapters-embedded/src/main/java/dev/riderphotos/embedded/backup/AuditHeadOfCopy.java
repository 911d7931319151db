package dev.riderphotos.embedded.backup;

import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.CatchUpHead;
import dev.riderphotos.documents.AuditJson;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.sqlite.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the audit goes in a copy of the database. The head was copied before, so that a tail that
 * was cut off shows in the backup, too; what came in between is added to it.
 */
final class AuditHeadOfCopy {
  private AuditHeadOfCopy() {}

  /**
   * Brings the copied head up to the database's copy; of a folder without a key or without an audit
   * there is none.
   *
   * @param head as it was copied before the database; absent if there was none
   */
  static void write(DataFiles data, DatabaseCopy database, Path head) throws IOException {
    boolean none = !Files.exists(head);
    if (!Files.exists(data.signingKey()) || (none && !Files.exists(data.auditHead()))) {
      return;
    }
    CatchUpHead catchUp = new CatchUpHead(key(data));
    AuditHead present =
        none
            ? catchUp.ofNone(database::auditAfter)
            : catchUp.upTo(AuditJson.readHead(Files.readString(head)), database::auditAfter);
    if (!present.equals(AuditHead.UNREADABLE)) {
      Path _ = Files.writeString(head, AuditJson.write(present));
    }
  }

  private static HmacSignatures key(DataFiles data) throws IOException {
    return new HmacSignatures(Files.readAllBytes(data.signingKey()));
  }
}
