package dev.riderphotos.audit;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.audit.AuditLog.Addition;
import dev.riderphotos.audit.AuditLog.End;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on where the trail ends, and seals heads. Where head and entries do not go together, a
 * number is left out, so that the place shows for good, whatever is added after it.
 */
final class AuditChain {
  private final Signatures signatures;

  AuditChain(Signatures signatures) {
    this.signatures = signatures;
  }

  Addition after(End end, Instant at, Origin origin, Deed deed, List<String> riders) {
    AuditPlace base = base(end);
    AuditEntry entry = AuditEntry.after(base, at, origin, deed, riders);
    AuditPlace here = AuditPlace.of(entry);
    return new Addition(entry, head(base, here), head(here, null));
  }

  /** Whether we have sealed it. */
  boolean sealed(AuditHead head) {
    return signatures.signed(head.seal(), parts(head.settled(), head.next()));
  }

  AuditHead head(AuditPlace settled, @Nullable AuditPlace next) {
    return new AuditHead(settled, next, signatures.sign(parts(settled, next)));
  }

  /** What the next entry follows. */
  AuditPlace base(End end) {
    AuditHead head = end.head();
    AuditPlace last = end.last() == null ? AuditPlace.START : AuditPlace.of(end.last());
    if (head == null && last.equals(AuditPlace.START)) {
      return last;
    }
    if (head == null || !sealed(head)) {
      return withGap(last);
    }
    AuditPlace known = last.equals(head.next()) ? last : head.settled();
    return last.number() > known.number() ? withGap(last) : known;
  }

  private static AuditPlace withGap(AuditPlace last) {
    return new AuditPlace(last.number() + 1, "");
  }

  private static String[] parts(AuditPlace settled, @Nullable AuditPlace next) {
    return new String[] {
      "audit-head",
      Long.toString(settled.number()),
      settled.hash(),
      next == null ? "" : Long.toString(next.number()),
      next == null ? "" : next.hash()
    };
  }
}
