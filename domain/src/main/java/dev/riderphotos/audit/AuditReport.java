package dev.riderphotos.audit;

import java.time.Instant;
import java.util.List;

/**
 * How the trail was found.
 *
 * @param at when that was
 * @param entries how many there are
 * @param last the last of them; kept elsewhere, it tells of a trail that was put back as it was
 * @param flaws in the order of their places; empty if it is sound. Not all, if there are very many
 */
public record AuditReport(Instant at, long entries, AuditPlace last, List<Flaw> flaws) {
  public AuditReport {
    flaws = List.copyOf(flaws);
  }

  public boolean sound() {
    return flaws.isEmpty();
  }
}
