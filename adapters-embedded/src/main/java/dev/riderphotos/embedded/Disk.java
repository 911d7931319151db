package dev.riderphotos.embedded;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/**
 * The disk that the data folder is on. Photos leave a rest of it free, so that records of what is
 * under way can still be written: large photos would else take the last of the room from them.
 */
public final class Disk implements HealthChecked {
  /** What is left free: of a small disk a share, of a large one this much. */
  private static final long MOST_KEPT_FREE = 16L << 20;

  private static final int SHARE_KEPT_FREE = 16;

  /** A photo of the largest size that is taken; of a small disk a share. */
  private static final long LARGE_PHOTO = 15L << 20;

  private static final int SHARE_OF_LARGE_PHOTO = 8;
  private static final int TRIAL_BYTES = 4096;

  private final Path folder;
  private final Room room;

  /** On the folder that files are begun in. */
  Disk(Path folder) {
    this(folder, () -> room(folder));
  }

  Disk(Path folder, Room room) {
    this.folder = folder;
    this.room = room;
  }

  /** Says how much room there is. */
  interface Room {
    Bytes ask() throws IOException;
  }

  /** What files may still take, and what a disk has in all. */
  record Bytes(long usable, long total) {
    boolean hasForPhotos() {
      return has(Math.min(LARGE_PHOTO, total / SHARE_OF_LARGE_PHOTO));
    }

    boolean has(long wanted) {
      return usable - wanted >= Math.min(MOST_KEPT_FREE, total / SHARE_KEPT_FREE);
    }
  }

  /**
   * Refuses what there is no room for before any of it is written.
   *
   * @throws StorageException if there is none
   */
  public void requireRoom(String doing, long bytes) {
    require(doing, there -> there.has(bytes));
  }

  /** What a fault means: it is for want of room if there is none, whatever it says. */
  public StorageException fault(String doing, Exception fault) {
    try {
      return new StorageException(doing, !room.ask().has(0), fault);
    } catch (IOException lost) {
      fault.addSuppressed(lost);
      return new StorageException(doing, false, fault);
    }
  }

  @Override
  public String name() {
    return "disk (data folder)";
  }

  /** By the room that is free, which must do for the next photo, and by writing. */
  @Override
  public void check() {
    String doing = "write to the data folder";
    require(doing, Bytes::hasForPhotos);
    try {
      tryWriting();
    } catch (IOException fault) {
      throw StorageException.of(doing, fault);
    }
  }

  private void require(String doing, Predicate<Bytes> enough) {
    try {
      if (!enough.test(room.ask())) {
        throw new StorageException(doing, true, new IOException("The disk is full"));
      }
    } catch (IOException lost) {
      throw StorageException.of(doing, lost);
    }
  }

  private void tryWriting() throws IOException {
    Path trial = Files.createTempFile(folder, "trial-", null);
    try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.allocate(TRIAL_BYTES);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } finally {
      Files.deleteIfExists(trial);
    }
  }

  private static Bytes room(Path folder) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return new Bytes(store.getUsableSpace(), store.getTotalSpace());
  }
}
