package dev.riderphotos;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The disk that something is kept on is full, can only be read, or is gone. That lasts, so nobody
 * waits for the same call to succeed: whoever is answered is told at once, and what has begun is
 * left to be taken up, which it is until there is room again.
 */
public final class StorageException extends BackendException {
  /** Operating systems say so of a disk, and of somebody's share of one. */
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "not enough space", "disk full");

  private final boolean full;

  /**
   * Makes the fault of a disk.
   *
   * @param doing as of {@link BackendException}
   * @param full whether room is all that is missing
   */
  public StorageException(String doing, boolean full, Throwable cause) {
    super(doing, false, cause);
    this.full = full;
  }

  /** What a fault of a file comes from is told by its words alone. */
  public static StorageException of(String doing, IOException fault) {
    String said = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return new StorageException(doing, FULL.stream().anyMatch(said::contains), fault);
  }

  /** Whether room is all that is missing. */
  public boolean full() {
    return full;
  }
}
