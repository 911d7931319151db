package dev.riderphotos.migration;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with a migration, and when. */
public enum MigrationAct {
  /** The run stops after the photos that it is at. */
  PAUSE(MigrationState.PAUSED, EnumSet.of(MigrationState.READY, MigrationState.RUNNING)),
  /** It is run, again or for the first time. */
  RESUME(
      MigrationState.RUNNING,
      EnumSet.of(
          MigrationState.READY, MigrationState.PAUSED, MigrationState.DONE, MigrationState.PROVEN)),
  /** It is given up. */
  CANCEL(
      MigrationState.CANCELLED,
      EnumSet.of(
          MigrationState.READY,
          MigrationState.PAUSED,
          MigrationState.RUNNING,
          MigrationState.DONE,
          MigrationState.PROVEN,
          MigrationState.CANCELLED)),
  /** What failed is opened again. */
  REDRIVE(
      null,
      EnumSet.of(
          MigrationState.READY,
          MigrationState.PAUSED,
          MigrationState.RUNNING,
          MigrationState.DONE,
          MigrationState.PROVEN)),
  /** What became of a face is decided by hand. */
  REVIEW(null, EnumSet.of(MigrationState.DONE, MigrationState.PROVEN)),
  /** What was moved is proven to be there. */
  VERIFY(null, EnumSet.of(MigrationState.DONE, MigrationState.PROVEN)),
  /** The new collection becomes the live one. */
  CUT_OVER(
      MigrationState.LIVE,
      EnumSet.of(MigrationState.DONE, MigrationState.PROVEN, MigrationState.LIVE)),
  /** The old collection becomes the live one again. */
  BACK(null, EnumSet.of(MigrationState.LIVE)),
  /** The old collection is deleted. */
  FINISH(MigrationState.FINISHED, EnumSet.of(MigrationState.LIVE, MigrationState.FINISHED));

  private final @Nullable MigrationState result;
  private final Set<MigrationState> possible;

  MigrationAct(@Nullable MigrationState result, Set<MigrationState> possible) {
    this.result = result;
    this.possible = possible;
  }

  /** Whether it is possible in this state, and would change anything. */
  public boolean changes(MigrationState state) {
    return possible.contains(state) && state != result;
  }

  /**
   * Lets pass what is possible, be it done already or not.
   *
   * @throws WrongStateException if it is not
   */
  public void requirePossible(Migration migration) {
    WrongStateException.unlessIn(migration, possible);
  }
}
