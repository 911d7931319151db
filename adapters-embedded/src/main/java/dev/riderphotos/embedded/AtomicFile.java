package dev.riderphotos.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes files so that a crash leaves the old one, the new one or none, never a part of one. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Durable when it returns.
   *
   * @param temporary a folder of the same file system
   */
  public static void write(Path temporary, Path file, byte[] bytes) throws IOException {
    Path part = Files.createTempFile(temporary, "part-", null);
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Gives a file that is on the disk its place there; durable when it returns. */
  public static void move(Path part, Path file) throws IOException {
    Path folder = folderOf(file);
    makeFolder(folder);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }

  /** Whether there was a file; gone for good when it returns. */
  public static boolean delete(Path file) throws IOException {
    boolean deleted = Files.deleteIfExists(file);
    if (deleted) {
      sync(folderOf(file));
    }
    return deleted;
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      sync(folderOf(folder));
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }

  /** A rename or deletion lasts only once the folder itself is on the disk. */
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
