package dev.riderphotos.audit;

import org.jspecify.annotations.Nullable;

/**
 * How far the trail goes, kept apart from it.
 *
 * @param settled the last entry that is written
 * @param next an entry that is being written: it may be there or not, and after a crash stay away
 * @param seal signs both
 */
public record AuditHead(AuditPlace settled, @Nullable AuditPlace next, String seal) {
  /** Stands for a head that cannot be read: nobody has sealed it. */
  public static final AuditHead UNREADABLE = new AuditHead(AuditPlace.START, null, "");
}
