package dev.riderphotos.retention;

import dev.riderphotos.retention.KeptMail.Letter;

/** Mail that is kept here: one step, for it is shown piece by piece. */
final class MailWalk implements Walk {
  private static final int ASK_EVERY = 100;

  private final RetentionRule rule;
  private final KeptMail mail;
  private int seen;

  MailWalk(RetentionRule rule, KeptMail mail) {
    this.rule = rule;
    this.mail = mail;
  }

  @Override
  public boolean step(Pass pass) {
    mail.each(letter -> look(letter, pass));
    return false;
  }

  private boolean look(Letter letter, Pass pass) {
    pass.look(
        () -> {
          if (rule.mailIsDue(letter.writtenAt(), pass.now())) {
            pass.goes(Kept.MAIL, letter.writtenAt(), () -> mail.delete(letter));
          }
        });
    return ++seen % ASK_EVERY != 0 || pass.goesOn();
  }
}
