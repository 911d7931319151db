package dev.riderphotos.photo;

import java.net.URI;
import java.time.Instant;

/**
 * Where stored photos are seen; relative to our own server where that is the store. Making an
 * address or a link keeps nothing and does not ask the store, so that nobody learns from it whether
 * a photo is there.
 */
public interface PhotoLinks {
  /**
   * The object's own URL, which alone gives no access; the same whenever it is asked for. Has no
   * faults.
   */
  URI address(PhotoRef ref);

  /**
   * A URL that shows the photo to whoever has it, until then. The photo need not be there.
   *
   * @throws dev.riderphotos.BackendException if what it is signed with cannot be had
   */
  URI link(PhotoRef ref, Instant expiresAt);
}
