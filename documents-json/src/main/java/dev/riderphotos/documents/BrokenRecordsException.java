package dev.riderphotos.documents;

import java.io.IOException;

/** A file of records is no JSON array, or breaks off; the message is a sentence that says where. */
public final class BrokenRecordsException extends IOException {
  private final long position;

  BrokenRecordsException(String message, long position) {
    super(message);
    this.position = position;
  }

  /** Number of the byte at which it is broken, from 0. */
  public long position() {
    return position;
  }
}
