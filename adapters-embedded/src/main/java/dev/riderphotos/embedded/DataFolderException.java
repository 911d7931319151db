package dev.riderphotos.embedded;

import org.jspecify.annotations.Nullable;

/** The data folder cannot be used; the message is a sentence for the operator. */
public final class DataFolderException extends RuntimeException {
  public DataFolderException(String message) {
    this(message, null);
  }

  public DataFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
