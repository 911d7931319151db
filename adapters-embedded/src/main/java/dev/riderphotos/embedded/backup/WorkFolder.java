package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.Tree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder for one run's work, which only its owner may look into, and which is gone when it is
 * closed. A process that is killed leaves its folder behind, but not its lock on it: so the next
 * run knows it and removes it, and leaves alone those of runs that live.
 */
final class WorkFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private WorkFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes one in this folder, and removes those that were left there. */
  static WorkFolder in(Path parent, String prefix) throws IOException {
    removeAbandoned(parent, prefix);
    while (true) {
      Path path = Files.createTempDirectory(parent, prefix); // its owner's alone
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (tryLock(channel) != null && Files.exists(path.resolve(LOCK))) {
        return new WorkFolder(path, channel);
      }
      channel.close(); // another run took it for abandoned just before it was locked
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      Tree.delete(path);
    }
  }

  private static void removeAbandoned(Path parent, String prefix) throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(parent, path -> isWork(path, prefix))) {
      for (Path folder : folders) {
        removeIfAbandoned(folder);
      }
    }
  }

  private static boolean isWork(Path path, String prefix) {
    return String.valueOf(path.getFileName()).startsWith(prefix)
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void removeIfAbandoned(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      if (tryLock(channel) != null) {
        Tree.delete(folder);
      }
    } catch (NoSuchFileException beingMade) {
      // Or being removed: the next run will see.
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }
}
