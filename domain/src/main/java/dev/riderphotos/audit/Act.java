package dev.riderphotos.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was done, or shown. Entries keep these names for good: none is ever changed. */
public enum Act {
  /** Somebody looked at a case that people are to decide. */
  CASE_OPENED,
  CASE_DECIDED,
  DECISION_UNDONE,
  /** A rider asked that people look at a refusal. */
  APPEALED,
  PHOTO_SHOWN,
  EXPORTED,
  RIDER_ERASED,
  DELETED,
  /** What was deleted is there again. */
  RESTORED,
  /** A face was said not to be the person that was searched. */
  TOLD_APART,
  /** That was taken back. */
  TOLD_TOGETHER,
  REDRIVEN,
  KEY_CREATED,
  KEY_REVOKED,
  LINK_MADE,
  LINK_REVOKED,
  MIGRATION_COMMANDED,
  BACKED_UP,
  BACKUP_RESTORED,
  /** A note that lay beside an entry is gone. */
  NOTE_DELETED,
  /** Stands for what cannot be read: nobody has written it like that. */
  UNREADABLE;

  /** As files, programs and people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty if none is called so. */
  public static Optional<Act> of(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
  }
}
