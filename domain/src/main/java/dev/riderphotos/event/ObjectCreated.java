package dev.riderphotos.event;

import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;

/**
 * An object was put into a bucket, be it new or in place of another.
 *
 * @param at when it was in its place: what is read later is this object or one that came after it,
 *     which has an event of its own
 */
public record ObjectCreated(EventId id, PhotoRef ref, Instant at) {
  /** Whether it is one of the empty objects by which consoles show folders. */
  public boolean folderMarker() {
    return ref.key().endsWith("/");
  }
}
