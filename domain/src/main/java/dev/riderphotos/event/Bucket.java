package dev.riderphotos.event;

import org.jspecify.annotations.Nullable;

/**
 * A bucket that a feature keeps things in.
 *
 * @param owner is told of what arrives there, or {@code null} if nobody is to be told
 * @param forPages whether pages of other origins may put things there and read them
 */
public record Bucket(String name, @Nullable ObjectListener owner, boolean forPages) {
  /** Makes a bucket of which nobody is told. */
  public static Bucket of(String name) {
    return new Bucket(name, null, false);
  }

  /** The same, with somebody who is told of what arrives. */
  public Bucket ownedBy(ObjectListener listener) {
    return new Bucket(name, listener, forPages);
  }

  /** The same, which pages of other origins may use. */
  public Bucket openToPages() {
    return new Bucket(name, owner, true);
  }

  /** Whether anybody is told of what arrives. */
  public boolean watched() {
    return owner != null;
  }
}
