package dev.riderphotos.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything: {@code buckets/}, {@code mailbox/}, {@code rider-photos.db} and
 * {@code signing-key}, and {@code certificate.p12} and {@code receipt-keys} if there is need of
 * them. One process uses it at a time, and only its owner may look into it.
 */
public final class DataFolder implements AutoCloseable {
  private static final String TEMPORARY = "tmp";

  /** Also in a folder that was private from the start: it may come from a backup. */
  private static final List<String> SECRET =
      List.of(
          DataFiles.DATABASE,
          DataFiles.DATABASE + "-wal",
          DataFiles.DATABASE + "-shm",
          DataFiles.SIGNING_KEY,
          DataFiles.RECEIPT_KEYS,
          DataFiles.CERTIFICATE,
          DataFiles.ERASURES,
          DataFiles.AUDIT_HEAD);

  private final Path root;
  private final FileChannel channel;
  private final boolean locked;
  private final Disk disk;

  private DataFolder(Path root, FileChannel channel, boolean locked) {
    this.root = root;
    this.channel = channel;
    this.locked = locked;
    this.disk = new Disk(temporary());
  }

  /**
   * Makes the folder if it is not there, and locks it.
   *
   * @throws DataFolderException if it cannot be used, with a sentence for the operator
   */
  public static DataFolder open(Path root) {
    DataFolder folder = beside(root);
    if (!folder.locked) {
      folder.closeQuietly();
      throw new DataFolderException(
          "Another process is using the data folder " + root.toAbsolutePath());
    }
    return folder;
  }

  /**
   * As {@link #open}, but also beside a process that has locked the folder, such as a server. Good
   * for work on the database alone, which SQLite keeps apart, and for the signing key: files are
   * the other process's.
   */
  public static DataFolder beside(Path root) {
    try {
      PrivateFolder safe = PrivateFolder.make(root);
      safe.refuseLinks(root.resolve(DataFiles.BUCKETS));
      safe.refuseLinks(root.resolve(DataFiles.VECTORS));
      safe.restrictFiles(SECRET);
      Files.createDirectories(root.resolve(TEMPORARY));
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      DataFolder folder = new DataFolder(root, channel, tryLock(channel) != null);
      if (folder.locked) {
        safe.empty(folder.temporary()); // of what a process that was killed had begun to write
      }
      return folder;
    } catch (IOException fault) {
      throw new DataFolderException(
          "The data folder " + root.toAbsolutePath() + " cannot be used: " + reason(fault), fault);
    }
  }

  /** The folder is on this disk. */
  public Disk disk() {
    return disk;
  }

  /** Says what is called how in the folder. */
  public DataFiles files() {
    return new DataFiles(root);
  }

  /** Where a bucket's objects are. */
  Path bucket(String name) {
    return files().bucket(name);
  }

  /** Whether anything was ever kept in a bucket. */
  public boolean hasPhotos() {
    return Files.isDirectory(root.resolve(DataFiles.BUCKETS));
  }

  /** Notifications are written into this folder. */
  public Path mailbox() {
    return root.resolve("mailbox");
  }

  /** Where files are written before they get their names. */
  public Path temporary() {
    return root.resolve(TEMPORARY);
  }

  /** What tickets and links are signed with; its owner's alone. */
  public Path signingKey() {
    return files().signingKey();
  }

  /** What receipts are signed with, and were; its owner's alone. */
  public Path receiptKeys() {
    return files().receiptKeys();
  }

  /** What a server of one's own network is known by; its owner's alone. */
  public Path certificate() {
    return files().certificate();
  }

  public Path database() {
    return files().database();
  }

  /** Whether the folder is this process's alone. */
  public boolean locked() {
    return locked;
  }

  @Override
  public void close() throws IOException {
    channel.close(); // and with it the lock
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException unimportant) {
      // Nothing was written.
    }
  }

  private static String reason(IOException fault) {
    return switch (fault) {
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case AccessDeniedException _ -> "access is denied";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> "it cannot be read or written";
    };
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }
}
