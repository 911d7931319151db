package dev.riderphotos.verification;

import dev.riderphotos.audit.Audit;
import dev.riderphotos.rider.RiderId;

/** Notes beside the audit that are about the rider go with what else is erased. */
public final class NotesOfErased implements ErasureLog {
  private final ErasureLog log;
  private final Audit audit;

  public NotesOfErased(ErasureLog log, Audit audit) {
    this.log = log;
    this.audit = audit;
  }

  @Override
  public void note(RiderId rider) {
    log.note(rider);
    audit.forgetNotesOn(rider);
  }
}
