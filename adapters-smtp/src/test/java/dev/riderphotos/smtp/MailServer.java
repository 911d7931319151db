package dev.riderphotos.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine, which keeps what it is given. */
final class MailServer implements AutoCloseable {
  static final String USER = "rider-photos";
  static final String PASSWORD = "pa55-of-the-test";

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  /**
   * What it was given.
   *
   * @param from whom it comes from, as the server was told
   * @param to whom it is for, as the server was told
   */
  record Mail(String from, String to, MimeMessage message) {}

  /** One of this temper. */
  MailServer(UnaryOperator<SMTPServer.Builder> temper) {
    SMTPServer.Builder usual =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler((_, from, to, data) -> mails.add(new Mail(from, to, message(data))));
    server = temper.apply(usual).build();
    server.start();
  }

  /** Takes mail from whoever comes. */
  static MailServer open() {
    return new MailServer(server -> server);
  }

  /** Takes mail of one user, and nothing before TLS. */
  static MailServer withStartTls(Certificate certificate) {
    return new MailServer(
        server ->
            server
                .startTlsSocketFactory(certificate.server())
                .requireTLS()
                .authenticationHandlerFactory(signIn())
                .requireAuth());
  }

  /** Takes mail of one user under TLS. */
  static MailServer withTls(Certificate certificate) {
    return new MailServer(
        server ->
            server
                .serverSocketFactory(certificate.server())
                .authenticationHandlerFactory(signIn())
                .requireAuth());
  }

  static EasyAuthenticationHandlerFactory signIn() {
    return new EasyAuthenticationHandlerFactory(
        (user, password, _) -> {
          if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
          }
        });
  }

  int port() {
    return server.getPortAllocated();
  }

  /** As the settings would name it. */
  SmtpServer as(SmtpServer.Tls tls, @Nullable String user, @Nullable String password) {
    return new SmtpServer("localhost", port(), tls, user, password);
  }

  List<Mail> mails() {
    return mails;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static MimeMessage message(byte[] data) {
    try {
      Session none = Session.getInstance(new Properties());
      return new MimeMessage(none, new ByteArrayInputStream(data));
    } catch (MessagingException fault) {
      throw new AssertionError("This is no mail", fault);
    }
  }
}
