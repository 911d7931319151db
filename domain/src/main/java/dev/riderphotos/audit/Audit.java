package dev.riderphotos.audit;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.rider.RiderId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trail of what is about to be done or shown. It is told before: what cannot be written
 * down does not happen, and what failed afterwards stands there all the same. A note is put beside
 * its entry right after it.
 */
public final class Audit {
  private final AuditLog log;
  private final Signatures signatures;
  private final AuditChain chain;
  private final InstantSource clock;

  public Audit(AuditLog log, Signatures signatures, InstantSource clock) {
    this.log = log;
    this.signatures = signatures;
    this.chain = new AuditChain(signatures);
    this.clock = clock;
  }

  public AuditEntry tell(Origin origin, Deed deed) {
    List<String> riders = deed.riders().stream().distinct().map(this::hashOf).toList();
    return log.append(
        end ->
            chain.after(end, clock.instant().truncatedTo(ChronoUnit.MILLIS), origin, deed, riders));
  }

  /** With words that can be deleted again. */
  public AuditEntry tell(Origin origin, Deed deed, @Nullable String note) {
    AuditEntry entry = tell(origin, deed);
    if (note != null && !note.isBlank()) {
      log.note(entry.number(), note, entry.riders());
    }
    return entry;
  }

  /** By what entries know the rider: the same for the same, and of no use to whoever reads it. */
  public String hashOf(RiderId rider) {
    return signatures.sign("audit-rider", rider.value());
  }

  /** Stands for a name that entries may not have, such as a file's. */
  public String hashOfName(String name) {
    return signatures.sign("audit-name", name);
  }

  /** Leaves of the rider but the keyed hash in entries. */
  public void forgetNotesOn(RiderId rider) {
    log.deleteNotesOn(hashOf(rider));
  }
}
