package dev.riderphotos.migration;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many faces a migration has.
 *
 * @param records photos that the faces were found in
 * @param open faces that have no outcome yet
 * @param outcomes how many have each outcome
 * @param newFaces faces that nobody provided, and that are kept
 */
public record Counts(long records, long open, Map<Outcome, Long> outcomes, long newFaces) {
  public Counts {
    Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      all.put(outcome, outcomes.getOrDefault(outcome, 0L));
    }
    outcomes = all;
  }

  /** How many faces were provided: all that are open or have an outcome. */
  public long provided() {
    return open + ended();
  }

  /** How many faces have an outcome. */
  public long ended() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  public long of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Whether every face is in the new collection, but for those that were withdrawn. */
  public boolean allMoved() {
    return open == 0 && of(Outcome.MOVED) + of(Outcome.WITHDRAWN) == ended();
  }
}
