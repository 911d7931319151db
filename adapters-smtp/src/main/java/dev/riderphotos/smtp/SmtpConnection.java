package dev.riderphotos.smtp;

import dev.riderphotos.BackendException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * How a mail server is talked to: as long as one thing is asked of it, and never longer silent than
 * our patience. Its certificate must be trusted and bear its name.
 *
 * @param connect how long it may take to be reached
 * @param silence how long it may take to answer, or to take what is sent
 * @param sockets who trusts certificates; the JDK's own if none
 */
record SmtpConnection(
    SmtpServer server, Duration connect, Duration silence, @Nullable SSLSocketFactory sockets) {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Some servers look callers up before they answer. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** Work is done while the connection is open. */
  @FunctionalInterface
  interface Work {
    void on(SMTPTransport transport) throws MessagingException;
  }

  static SmtpConnection to(SmtpServer server) {
    return new SmtpConnection(server, CONNECT, SILENCE, null);
  }

  /**
   * A session that has sent nothing.
   *
   * @param international whether names in addresses have letters that plain SMTP lacks
   */
  Session session(boolean international) {
    Properties settings = new Properties();
    settings.put("mail.smtp.connectiontimeout", Long.toString(connect.toMillis()));
    settings.put("mail.smtp.timeout", Long.toString(silence.toMillis()));
    settings.put("mail.smtp.writetimeout", Long.toString(silence.toMillis()));
    settings.put("mail.smtp.quitwait", "false");
    settings.put("mail.mime.allowutf8", Boolean.toString(international));
    secure(settings);
    return Session.getInstance(settings);
  }

  private void secure(Properties settings) {
    switch (server.tls()) {
      case STARTTLS -> {
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
      }
      case IMPLICIT -> settings.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.socketFactory.fallback", "false");
    if (sockets != null) {
      settings.put("mail.smtp.ssl.socketFactory", sockets);
    }
  }

  /**
   * Connects, signs in, does the work and closes.
   *
   * @throws BackendException which says what was wrong, in words for an operator
   */
  void during(Session session, Work work) {
    SMTPTransport transport = new SMTPTransport(session, null);
    try {
      transport.connect(server.host(), server.port(), server.user(), server.password());
      requireSignedIn(transport);
      work.on(transport);
    } catch (MessagingException fault) {
      throw SmtpFaults.of(server, transport.getLastReturnCode(), fault);
    } finally {
      close(transport);
    }
  }

  /** A server that lets nobody sign in is not the one that the settings mean. */
  private void requireSignedIn(SMTPTransport transport) {
    if (server.user() != null && !transport.supportsExtension("AUTH")) {
      throw SmtpFaults.noSignIn(server);
    }
  }

  /** Once all is said, the server cannot take anything back by hanging up. */
  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      return;
    }
  }
}
