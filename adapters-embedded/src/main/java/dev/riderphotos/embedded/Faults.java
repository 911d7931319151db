package dev.riderphotos.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says what is wrong with a disk, for an operator. */
public final class Faults {
  private Faults() {}

  public static String words(IOException fault) {
    return switch (fault) {
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case NoSuchFileException gone -> gone.getFile() + " is gone";
      case DirectoryNotEmptyException full -> full.getFile() + " is not empty any more";
      case FileSystemException named when named.getReason() != null -> plain(named.getReason());
      default -> plain(String.valueOf(fault.getMessage()));
    };
  }

  private static String plain(String reason) {
    return reason.startsWith("No space left") ? "the disk is full" : reason;
  }
}
