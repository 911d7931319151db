package dev.riderphotos.rider;

import dev.riderphotos.language.Language;

/** Word to a rider; as a mail, it is a {@link RiderMail}. */
public sealed interface Notification permits Refusal, NewLink, Reviewed, LongAway {
  /** Names this notification. */
  String id();

  /** Where to. */
  EmailAddress email();

  RiderId rider();

  /** In which the rider is spoken to. */
  Language language();
}
