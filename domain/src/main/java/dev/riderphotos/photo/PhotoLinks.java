package dev.riderphotos.photo;

import java.net.URI;
import java.time.Instant;

/** Where stored photos are seen; relative to our own server where that is the store. */
public interface PhotoLinks {
  /** The object's own URL, which alone gives no access; the same whenever it is asked for. */
  URI address(PhotoRef ref);

  /** A URL that shows the photo to whoever has it, until then. The photo need not be there. */
  URI link(PhotoRef ref, Instant expiresAt);
}
