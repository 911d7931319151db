package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.embedded.Faults;
import dev.riderphotos.embedded.backup.Manifest.Lost;
import dev.riderphotos.embedded.sqlite.DatabaseCopy.Counts;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one file of a data folder, all that is needed to go on: database, photos, signing key,
 * certificate, the log of erasures and how far the audit goes; not the mailbox, whose mails are
 * sent. A server may use the folder meanwhile, and other backups may be made: nothing is locked,
 * and nothing of theirs is touched.
 *
 * <p>The file has its name only when all of it is on the disk; before, everything is in folders
 * that the next backup removes if this one is killed.
 */
public final class Backup {
  private static final String HELD = ".backup-";

  private final DataFiles data;
  private final String product;
  private final InstantSource clock;
  private final Watcher watcher;

  /**
   * Does nothing yet.
   *
   * @param product the version that this is
   */
  public Backup(DataFiles data, String product, InstantSource clock, Watcher watcher) {
    this.data = data;
    this.product = product;
    this.clock = clock;
    this.watcher = watcher;
  }

  /**
   * Makes the file, its owner's alone.
   *
   * @param replace whether a file that is there may be overwritten
   * @throws BackupException if there is nothing to back up, or the file may not be written
   * @throws DataFolderException if reading or writing fails; then nothing was written
   */
  public Manifest write(Path file, boolean replace) {
    refuse(file, replace);
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    try (WorkFolder work = WorkFolder.in(folder, "." + file.getFileName() + ".part-")) {
      Path archive = Files.createTempFile(work.path(), "backup-", ".zip"); // its owner's alone
      Manifest manifest = write(archive, work.path());
      refuse(file, replace);
      AtomicFile.move(archive, file);
      return manifest;
    } catch (IOException fault) {
      throw new DataFolderException(
          "The backup could not be made, and nothing was written: " + Faults.words(fault), fault);
    }
  }

  private void refuse(Path file, boolean replace) {
    if (!Files.isRegularFile(data.database())) {
      throw new BackupException("There is nothing to back up in " + data.root().toAbsolutePath());
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new BackupException(file + " is no file, so it is not overwritten");
    }
    if (Files.exists(file) && !replace) {
      throw new BackupException(file + " is there already: take another name, or --force");
    }
    if (file.toAbsolutePath().normalize().startsWith(data.root().toAbsolutePath().normalize())) {
      throw new BackupException(
          "A backup in the data folder would be lost with it: put it elsewhere");
    }
    if (!Files.isDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
      throw new BackupException("There is no folder to put " + file + " into");
    }
  }

  private Manifest write(Path archive, Path work) throws IOException {
    try (@Nullable WorkFolder links = linksFolder();
        ArchiveWriter writer = new ArchiveWriter(archive)) {
      HeldFiles files = new HeldFiles(data, links == null ? null : links.path(), work);
      try (Snapshot snapshot = Snapshot.take(data, files, work, clock, watcher)) {
        return write(writer, snapshot, files, work);
      }
    }
  }

  /** Where the data cannot be written, files are copied instead. */
  private @Nullable WorkFolder linksFolder() {
    try {
      return WorkFolder.in(data.root(), HELD);
    } catch (IOException readOnly) {
      return null;
    }
  }

  private Manifest write(ArchiveWriter writer, Snapshot snapshot, HeldFiles files, Path work)
      throws IOException {
    Set<PhotoRef> objects = snapshot.database().objects();
    Counts counts = snapshot.database().counts();
    AuditHeadOfCopy.write(data, snapshot.database(), work.resolve(DataFiles.AUDIT_HEAD));
    snapshot.close(); // so that the file is whole
    watcher.begin(objects.size());
    writer.add(DataFiles.DATABASE, snapshot.database().file());
    addIfThere(writer, DataFiles.SIGNING_KEY, data.signingKey());
    addIfThere(writer, DataFiles.RECEIPT_KEYS, data.receiptKeys());
    addIfThere(writer, DataFiles.CERTIFICATE, data.certificate());
    addIfThere(writer, DataFiles.ERASURES, work.resolve(DataFiles.ERASURES));
    addIfThere(writer, DataFiles.AUDIT_HEAD, work.resolve(DataFiles.AUDIT_HEAD));
    addIfThere(writer, DataFiles.DETECTOR, data.detector());
    for (PhotoRef ref : objects) {
      writer.addPhoto(DataFiles.nameOf(ref), files.file(ref));
      watcher.step();
    }
    List<Lost> lost =
        snapshot.lost().stream().map(ref -> new Lost(ref.bucket(), ref.key())).toList();
    Manifest manifest = new Manifest(product, snapshot.moment(), counts, lost, writer.entries());
    writer.finish(manifest);
    return manifest;
  }

  private static void addIfThere(ArchiveWriter writer, String name, Path file) throws IOException {
    if (Files.exists(file)) {
      writer.add(name, file);
    }
  }
}
