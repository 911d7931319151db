package dev.riderphotos.migration;

import java.util.EnumSet;
import java.util.Set;

/** How far a migration is. */
public enum MigrationState {
  /** It is prepared; nothing is indexed yet. */
  READY,
  /** Faces are being moved. */
  RUNNING,
  /** It was told to wait. */
  PAUSED,
  /** No record is open any more. */
  DONE,
  /** It is done, and what was moved is proven to be there. */
  PROVEN,
  /** The new collection is the live one; changes follow into the old one. */
  LIVE,
  /** The old collection is deleted. */
  FINISHED,
  /** It was given up before it went live. */
  CANCELLED;

  private static final Set<MigrationState> OVER = EnumSet.of(FINISHED, CANCELLED);

  /** Whether nothing happens in it any more. */
  public boolean over() {
    return OVER.contains(this);
  }
}
