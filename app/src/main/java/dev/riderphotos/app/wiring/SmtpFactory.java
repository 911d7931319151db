package dev.riderphotos.app.wiring;

import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.smtp.SmtpRiderNotifier;
import dev.riderphotos.smtp.SmtpServer;
import dev.riderphotos.smtp.SmtpServer.Tls;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends mail by any mail server. */
@Factory
@Requires(property = Adapters.MAIL, value = SmtpFactory.NAME)
final class SmtpFactory {
  static final String NAME = "smtp";

  @Singleton
  SmtpRiderNotifier notifier(
      Settings.Smtp smtp,
      Settings.Notifications notifications,
      Footer footer,
      InstantSource clock) {
    return new SmtpRiderNotifier(
        server(smtp), new EmailAddress(notifications.sender()), footer, clock);
  }

  private static SmtpServer server(Settings.Smtp smtp) {
    String host = smtp.host();
    if (host == null || host.isBlank()) {
      throw new ConfigurationException("mail.smtp.host is needed where adapters.mail is smtp");
    }
    Tls tls = Tls.valueOf(smtp.tls().toUpperCase(Locale.ROOT));
    int port = smtp.port() == null ? tls.usualPort() : smtp.port();
    return Settings.valid(
        "mail.smtp",
        () -> new SmtpServer(host, port, tls, given(smtp.user()), given(smtp.password())));
  }

  /** What is empty is as if it were not set. */
  private static @Nullable String given(@Nullable String setting) {
    return setting == null || setting.isEmpty() ? null : setting;
  }
}
