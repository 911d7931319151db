package dev.riderphotos.face;

import java.util.Set;

/**
 * Which collection is live for each role: the one that is searched, and that faces are added to. It
 * is a record. The settings name only the first, which is written down when it is first asked for;
 * from then on a switch alone changes it.
 *
 * <p>Reads see the last write, whoever wrote it; writes are durable when the call returns, and
 * every call may be repeated without harm. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface LiveCollections {
  /** The role's live collection, which need not have been made yet. */
  CollectionId of(Role role);

  /**
   * The collections that faces are moved to, or were moved from, until their migration is finished;
   * never the live one.
   */
  Set<CollectionId> paired(Role role);

  /** Pairs a collection with the role's live one; nothing is changed if it is that itself. */
  void pair(Role role, CollectionId with);

  /** Ends what {@link #pair} began; harmless when they are not paired. */
  void unpair(Role role, CollectionId from);

  /**
   * Makes another collection the live one, in one write. If the two were paired they stay so, the
   * other way round. A switch that has been made already is left as it is. Whoever must not lose a
   * face in between switches under {@link RegistrationTurn}.
   *
   * @throws dev.riderphotos.Conflict if neither of the two is live
   */
  void switchOver(Role role, CollectionId from, CollectionId to);
}
