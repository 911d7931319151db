package dev.riderphotos.embedded.backup;

import org.jspecify.annotations.Nullable;

/**
 * A backup is not made, or not restored, because of what was asked for or given; the message is a
 * sentence for the operator, who can do it better.
 */
public final class BackupException extends RuntimeException {
  BackupException(String message) {
    this(message, null);
  }

  BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
