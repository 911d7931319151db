package dev.riderphotos.embedded.model;

import java.io.IOException;

/** A pack could not be fetched; the message says why, for the operator. Later it may go well. */
public final class PackFetchException extends IOException {
  PackFetchException(String message) {
    super(message);
  }

  PackFetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
