package dev.riderphotos.embedded.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.documents.AuditJson;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** How far the audit goes, in a file of its own: whoever changes the database has to find it. */
final class AuditHeadFile {
  private final DataFolder folder;

  AuditHeadFile(DataFolder folder) {
    this.folder = folder;
  }

  Optional<AuditHead> read() {
    try {
      return Optional.of(AuditJson.readHead(Files.readString(folder.files().auditHead())));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (CharacterCodingException noText) {
      return Optional.of(AuditHead.UNREADABLE);
    } catch (IOException fault) {
      throw folder.disk().fault("read how far the audit goes", fault);
    }
  }

  /** On the disk when it returns, and its owner's alone. */
  void write(AuditHead head) {
    try {
      AtomicFile.write(
          folder.temporary(), folder.files().auditHead(), AuditJson.write(head).getBytes(UTF_8));
    } catch (IOException fault) {
      throw folder.disk().fault("write how far the audit goes", fault);
    }
  }
}
