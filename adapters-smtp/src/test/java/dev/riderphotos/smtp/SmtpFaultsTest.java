package dev.riderphotos.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.smtp.SmtpServer.Tls;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;
import org.subethamail.smtp.server.SessionHandler.SessionAcceptance;

/** Mail servers that do not do what is hoped for, each told by its own sentence. */
class SmtpFaultsTest {
  private static final Certificate CERTIFICATE = Certificate.of("localhost");

  /** So long that only one who never answers is given up. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final Refusal ADAS =
      new Refusal("1", new EmailAddress("ada@example.com"), Riders.ada(), "T", "M", List.of("A"));

  @Test
  void whoIsAwayMayComeBack() {
    SmtpServer away;
    try (MailServer server = MailServer.open()) {
      away = server.as(Tls.NONE, null, null);
    }

    isToldByBoth(notifier(away, null), true, "reach the mail server at " + away);
  }

  @Test
  void aNameThatNobodyHasIsAway() {
    SmtpServer nowhere = new SmtpServer("mail.invalid", 25, Tls.NONE, null, null);

    isToldByBoth(notifier(nowhere, null), true, "reach the mail server at mail.invalid:25");
  }

  @Test
  void whoNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      SmtpServer server = new SmtpServer("localhost", silent.getLocalPort(), Tls.NONE, null, null);
      SmtpConnection impatient = new SmtpConnection(server, LONG, Duration.ofMillis(50), null);

      isToldByBoth(
          notifier(impatient), true, "hear from the mail server at %s in time".formatted(server));
    }
  }

  @Test
  void whoHangsUpMayComeBack() throws IOException {
    try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> hangUp(rude));
      SmtpServer server = new SmtpServer("localhost", rude.getLocalPort(), Tls.NONE, null, null);

      isToldByBoth(
          notifier(server, null),
          true,
          "talk to the mail server at %s: the connection broke off".formatted(server));
    }
  }

  @ParameterizedTest
  @CsvSource({"550, false", "452, true"})
  void whoRefusesAMailSaysWhetherForGood(int code, boolean passing) {
    try (MailServer server =
        new MailServer(
            usual ->
                usual.messageHandler(
                    (_, _, _, _) -> {
                      throw new RejectException(code, "not today");
                    }))) {
      SmtpRiderNotifier notifier = notifier(server.as(Tls.NONE, null, null), null);

      assertThatCode(notifier::check).doesNotThrowAnyException();
      isTold(
          () -> notifier.send(ADAS),
          passing,
          "hand a mail to the mail server at localhost:%d: it answered %d"
              .formatted(server.port(), code));
    }
  }

  @Test
  void aRecipientWhoIsRefusedIsAMailRefused() {
    try (MailServer server =
        new MailServer(
            usual -> usual.fromAddressValidator(address -> !address.startsWith("rider")))) {
      isTold(
          () -> notifier(server.as(Tls.NONE, null, null), null).send(ADAS), false, "it answered 5");
    }
  }

  @ParameterizedTest
  @CsvSource({"554, false", "421, true"})
  void whoTakesNobodyIsNoServer(int code, boolean passing) {
    try (MailServer server = new MailServer(usual -> usual.sessionHandler(refusing(code)))) {
      isToldByBoth(notifier(server.as(Tls.NONE, null, null), null), passing, "it answered " + code);
    }
  }

  @Test
  void whoWantsStartTlsTakesNoMailInTheOpen() {
    try (MailServer server =
        new MailServer(usual -> usual.startTlsSocketFactory(CERTIFICATE.server()).requireTLS())) {
      isTold(
          () -> notifier(server.as(Tls.NONE, null, null), null).send(ADAS),
          false,
          "hand a mail to the mail server at localhost:%d: it answered 530"
              .formatted(server.port()));
      assertThat(server.mails()).isEmpty();
    }
  }

  /** Somebody on the way could have taken it out of the server's answer. */
  @Test
  void whoHasNoStartTlsGetsNoMailInTheOpen() {
    try (MailServer server = MailServer.open()) {
      isToldByBoth(
          notifier(server.as(Tls.STARTTLS, null, null), CERTIFICATE),
          false,
          "speak TLS with the mail server at localhost:%d: it has no STARTTLS"
              .formatted(server.port()));
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void whoHasNoTlsGetsNoMailInTheOpen() {
    try (MailServer server = MailServer.open()) {
      isToldByBoth(
          notifier(server.as(Tls.IMPLICIT, null, null), CERTIFICATE),
          false,
          "speak TLS with the mail server at localhost:" + server.port());
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void allOfItMayBeUnderTls() {
    try (MailServer server = MailServer.withTls(CERTIFICATE)) {
      SmtpRiderNotifier notifier = notifier(signedIn(server, Tls.IMPLICIT), CERTIFICATE);

      notifier.check();
      notifier.send(ADAS);

      assertThat(server.mails()).hasSize(1);
    }
  }

  /** As the JDK trusts whom it trusts by itself. */
  @Test
  void whomNobodyVouchesForIsNotTrusted() {
    try (MailServer starting = MailServer.withStartTls(CERTIFICATE);
        MailServer implicit = MailServer.withTls(CERTIFICATE)) {
      isUntrusted(starting, Tls.STARTTLS, null, "nobody known here vouches for it");
      isUntrusted(implicit, Tls.IMPLICIT, null, "nobody known here vouches for it");
    }
  }

  @Test
  void whoHasTheCertificateOfAnotherIsNotTrusted() {
    Certificate another = Certificate.of("mail.example.com");
    try (MailServer starting = MailServer.withStartTls(another);
        MailServer implicit = MailServer.withTls(another)) {
      isUntrusted(starting, Tls.STARTTLS, another, "it is for another name");
      isUntrusted(implicit, Tls.IMPLICIT, another, "it is for another name");
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNotTold() {
    try (MailServer server = MailServer.withStartTls(CERTIFICATE)) {
      SmtpRiderNotifier notifier =
          notifier(server.as(Tls.STARTTLS, MailServer.USER, "wr0ng-secret"), CERTIFICATE);

      isToldByBoth(
          notifier,
          false,
          "sign in to the mail server at localhost:%d: it refuses user or password"
              .formatted(server.port()));
      BackendException fault = catchThrowableOfType(BackendException.class, notifier::check);
      StringWriter all = new StringWriter();
      fault.printStackTrace(new PrintWriter(all, true));
      assertThat(all.toString()).contains("sign in").doesNotContain("wr0ng-secret");
    }
  }

  @Test
  void whoLetsNobodySignInIsNotTheServerThatWasMeant() {
    try (MailServer server =
        new MailServer(usual -> usual.startTlsSocketFactory(CERTIFICATE.server()).enableTLS())) {
      isToldByBoth(
          notifier(signedIn(server, Tls.STARTTLS), CERTIFICATE),
          false,
          "sign in to the mail server at localhost:%d: it lets nobody".formatted(server.port()));
      assertThat(server.mails()).isEmpty();
    }
  }

  private static SmtpServer signedIn(MailServer server, Tls tls) {
    return server.as(tls, MailServer.USER, MailServer.PASSWORD);
  }

  private static void isUntrusted(
      MailServer server, Tls tls, @Nullable Certificate trusted, String why) {
    isToldByBoth(
        notifier(signedIn(server, tls), trusted),
        false,
        "trust the certificate of the mail server at localhost:%d: %s"
            .formatted(server.port(), why));
    assertThat(server.mails()).isEmpty();
  }

  private static void isToldByBoth(SmtpRiderNotifier notifier, boolean passing, String sentence) {
    isTold(notifier::check, passing, sentence);
    isTold(() -> notifier.send(ADAS), passing, sentence);
  }

  private static void isTold(Runnable call, boolean passing, String sentence) {
    BackendException fault = catchThrowableOfType(BackendException.class, call::run);

    assertThat(fault).hasMessageContaining(sentence);
    assertThat(fault.retryable()).as(fault.getMessage()).isEqualTo(passing);
    assertThat(fault.getMessage()).doesNotContain(MailServer.PASSWORD, "ada");
  }

  private static SmtpRiderNotifier notifier(SmtpServer server, @Nullable Certificate trusted) {
    SSLSocketFactory sockets = trusted == null ? null : trusted.trusting();
    return notifier(new SmtpConnection(server, LONG, LONG, sockets));
  }

  private static SmtpRiderNotifier notifier(SmtpConnection connection) {
    return new SmtpRiderNotifier(
        connection,
        new EmailAddress("rider-photos@example.com"),
        Footer.NONE,
        InstantSource.system());
  }

  private static SessionHandler refusing(int code) {
    return new SessionHandler() {
      @Override
      public SessionAcceptance accept(Session session) {
        return SessionAcceptance.failure(code, "nobody");
      }

      @Override
      public void onSessionEnd(Session session) {}
    };
  }

  /** As often as somebody comes. */
  private static void hangUp(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (IOException closed) {
      return;
    }
  }
}
