package dev.riderphotos.app.wiring;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.files.MailboxRiderNotifier;
import dev.riderphotos.rider.RiderMail.Footer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Keeps mail in the data folder, and sends nothing. */
@Factory
@Requires(property = Adapters.MAIL, value = MailboxFactory.NAME)
public final class MailboxFactory {
  public static final String NAME = "mailbox";

  @Singleton
  MailboxRiderNotifier notifier(DataFolder folder, Footer footer, InstantSource clock) {
    return new MailboxRiderNotifier(folder, footer, clock);
  }
}
