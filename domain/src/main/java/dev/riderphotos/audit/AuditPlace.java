package dev.riderphotos.audit;

/**
 * A place of the trail: the number of an entry, and its hash.
 *
 * @param hash empty where it is not known
 */
public record AuditPlace(long number, String hash) {
  /** Before the first entry. */
  public static final AuditPlace START = new AuditPlace(0, "");

  static AuditPlace of(AuditEntry entry) {
    return new AuditPlace(entry.number(), entry.hash());
  }
}
