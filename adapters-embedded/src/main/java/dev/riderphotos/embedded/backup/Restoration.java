package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.embedded.Faults;
import dev.riderphotos.embedded.Tree;
import dev.riderphotos.embedded.backup.Manifest.Entry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A backup on its way to be a data folder. It is unpacked beside its place, where it may be worked
 * on, and gets its name in one step, when it is complete and all of it is on the disk. Closed
 * before that, or killed, it leaves nothing in that place, and the next restoration removes what a
 * killed one left beside it.
 */
public final class Restoration implements AutoCloseable {
  private final WorkFolder work;
  private final DataFiles files;
  private final Path place;
  private final Manifest manifest;

  private Restoration(WorkFolder work, Path place, Manifest manifest) {
    this.work = work;
    this.files = unpacked(work);
    this.place = place;
    this.manifest = manifest;
  }

  /**
   * Unpacks a backup and verifies all of it.
   *
   * @param place where the data folder is to be: nothing, or an empty folder
   * @throws BackupException if the place is taken, or the backup is damaged or of a later version
   * @throws DataFolderException if reading or writing fails
   */
  public static Restoration begin(Path backup, Path place, Watcher watcher) {
    Path target = place.toAbsolutePath().normalize();
    try (ArchiveReader archive = ArchiveReader.open(backup)) {
      refuse(target);
      Path folder = Objects.requireNonNull(target.getParent(), "refused else");
      Path _ = Files.createDirectories(folder);
      WorkFolder work = WorkFolder.in(folder, "." + target.getFileName() + ".restoring-");
      try {
        unpack(archive, work, watcher);
        return new Restoration(work, target, archive.manifest());
      } catch (IOException | RuntimeException fault) {
        work.close();
        throw fault;
      }
    } catch (IOException fault) {
      throw fault(fault);
    }
  }

  /** What is to become the data folder. */
  public DataFiles files() {
    return files;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Gives it its place. Mails that were written while it was worked on are not sent.
   *
   * @throws DataFolderException if that fails; then nothing is there
   */
  public void finish() {
    try {
      Tree.delete(files.root().resolve("mailbox"));
      try (Stream<Path> paths = Files.walk(files.root())) {
        for (Path folder : paths.filter(Files::isDirectory).toList()) {
          AtomicFile.sync(folder);
        }
      }
      Path _ = Files.move(files.root(), place, StandardCopyOption.ATOMIC_MOVE);
      AtomicFile.sync(Objects.requireNonNull(place.getParent()));
    } catch (IOException fault) {
      throw fault(fault);
    }
  }

  @Override
  public void close() {
    try {
      work.close();
    } catch (IOException fault) {
      throw fault(fault);
    }
  }

  private static void refuse(Path place) throws IOException {
    if (Files.exists(place) && !isEmptyFolder(place)) {
      throw new BackupException(
          place
              + " is not empty, and nothing in it is overwritten: move it away, or name another"
              + " folder with --data");
    }
    Path parent = place.getParent();
    if (parent == null || (Files.exists(place) && !sameStore(place, parent))) {
      throw new BackupException(
          place
              + " is a disk of its own, and a folder can only be put into its place as a whole:"
              + " name one on it, such as "
              + place.resolve("data"));
    }
  }

  private static boolean isEmptyFolder(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.findAny().isEmpty();
    }
  }

  private static boolean sameStore(Path one, Path other) throws IOException {
    FileStore store = Files.getFileStore(one);
    return store.equals(Files.getFileStore(other));
  }

  private static void unpack(ArchiveReader archive, WorkFolder work, Watcher watcher)
      throws IOException {
    DataFiles files = unpacked(work);
    Path root = Files.createTempDirectory(work.path(), "data-"); // its owner's alone
    Path _ = Files.move(root, files.root());
    refuseWithoutRoom(archive, work);
    watcher.begin(archive.manifest().files().size());
    for (Entry entry : archive.manifest().files()) {
      archive.unpack(entry, files.root());
      watcher.step();
    }
    RestoredContent.verify(files, archive.manifest());
  }

  private static void refuseWithoutRoom(ArchiveReader archive, WorkFolder work) throws IOException {
    long free = Files.getFileStore(work.path()).getUsableSpace();
    if (archive.size() > free) {
      throw new DataFolderException(
          "The backup unpacks to %,d bytes, and %,d are free".formatted(archive.size(), free));
    }
  }

  private static DataFiles unpacked(WorkFolder work) {
    return new DataFiles(work.path().resolve("data"));
  }

  private static DataFolderException fault(IOException fault) {
    return new DataFolderException(
        "The backup could not be restored, and nothing was: " + Faults.words(fault), fault);
  }
}
