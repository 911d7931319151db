package dev.riderphotos.engine.model;

import java.io.IOException;

/** A model pack is not as packs must be; the message is a sentence about what is wrong with it. */
public final class PackRefusedException extends IOException {
  public PackRefusedException(String message) {
    super(message);
  }

  public PackRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
