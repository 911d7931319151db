package dev.riderphotos.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Links that let nobody in any more, though they have not expired: by marks that links bear. Writes
 * are durable when the call returns, and seen by the next call, whichever process makes it. Faults
 * are {@link dev.riderphotos.BackendException}s.
 */
public interface RevokedLinks {
  /**
   * Revokes all links with this mark that were made until then; of several such times the latest
   * holds, so that repeating is harmless.
   *
   * @param keptUntil when the last of them has expired, and nothing need be kept any more
   */
  void revoke(String mark, Instant madeUntil, Instant keptUntil);

  /**
   * The same of a mark that nothing was revoked by yet, and else nothing: one atomic step, so that
   * of many who ask at once one is told that it was the first.
   *
   * @return whether it was revoked by this call; false, too, where a repetition cannot be told from
   *     another's call
   */
  boolean revokeFirst(String mark, Instant madeUntil, Instant keptUntil);

  /** Until when links with these marks are revoked; of marks that nothing is by, nothing. */
  Map<String, Instant> revokedUntil(Collection<String> marks);
}
