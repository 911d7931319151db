package dev.riderphotos.web;

import jakarta.inject.Singleton;

/** Whether this server is about to end: then it takes in nothing more. */
@Singleton
public final class Closing {
  private volatile boolean begun;

  /** Says that the server is about to end. */
  public void begin() {
    begun = true;
  }

  public boolean begun() {
    return begun;
  }
}
