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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything: {@code buckets/}, {@code mailbox/}, {@code rider-photos.db} and
 * {@code signing-key}. One process uses it at a time, and only its owner may look into it.
 */
public final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Makes the folder if it is not there, and locks it.
   *
   * @throws DataFolderException if it cannot be used, with a sentence for the operator
   */
  public static DataFolder open(Path root) {
    try {
      makePrivate(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new DataFolderException(
            "Another process is using the data folder " + root.toAbsolutePath());
      }
      DataFolder folder = new DataFolder(root, channel);
      folder.emptyTemporary();
      return folder;
    } catch (IOException fault) {
      throw new DataFolderException(
          "The data folder " + root.toAbsolutePath() + " cannot be used: " + reason(fault), fault);
    }
  }

  /** Where a bucket's objects are. */
  Path bucket(String name) {
    return root.resolve("buckets").resolve(name);
  }

  /** Where notifications go. */
  Path mailbox() {
    return root.resolve("mailbox");
  }

  /** Where files are written before they get their names. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** What tickets and links are signed with; its owner's alone. */
  Path signingKey() {
    return root.resolve("signing-key");
  }

  Path database() {
    return root.resolve("rider-photos.db");
  }

  @Override
  public void close() throws IOException {
    channel.close(); // and with it the lock
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

  /** What a process that was killed had begun to write. */
  private void emptyTemporary() throws IOException {
    Files.createDirectories(temporary());
    try (Stream<Path> files = Files.list(temporary())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static void makePrivate(Path root) throws IOException {
    boolean made = !Files.exists(root);
    Files.createDirectories(root);
    if (made && root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
