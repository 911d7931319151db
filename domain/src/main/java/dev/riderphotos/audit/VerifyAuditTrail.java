package dev.riderphotos.audit;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.audit.AuditLog.Filter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Walks the whole trail, a page at a time, also while entries are added to it. */
public final class VerifyAuditTrail {
  private static final int PAGE = 1000;

  private final AuditLog log;
  private final AuditChain chain;
  private final InstantSource clock;

  public VerifyAuditTrail(AuditLog log, Signatures signatures, InstantSource clock) {
    this.log = log;
    this.chain = new AuditChain(signatures);
    this.clock = clock;
  }

  /** A head is written before the entry that it tells of can be read: so it is read first. */
  public AuditReport verify() {
    TrailWalk walk = new TrailWalk();
    Optional<AuditHead> head;
    boolean further;
    do {
      head = log.head();
      further = walk(walk);
    } while (further);
    head.ifPresentOrElse(found -> end(walk, found), walk::endWithoutHead);
    return new AuditReport(clock.instant(), walk.entries(), walk.place(), walk.flaws());
  }

  /** Whether there was anything to walk. */
  private boolean walk(TrailWalk walk) {
    long before = walk.place().number();
    List<AuditEntry> page;
    do {
      page = log.after(Filter.ALL, walk.place().number(), PAGE);
      page.forEach(walk::step);
    } while (page.size() == PAGE);
    return walk.place().number() > before;
  }

  private void end(TrailWalk walk, AuditHead head) {
    if (chain.sealed(head)) {
      walk.endAt(head);
    } else {
      walk.endAtForgery();
    }
  }
}
