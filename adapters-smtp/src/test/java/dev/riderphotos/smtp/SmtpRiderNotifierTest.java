package dev.riderphotos.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderMail;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.smtp.MailServer.Mail;
import dev.riderphotos.smtp.SmtpServer.Tls;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.RiderNotifierContract;
import dev.riderphotos.testkit.Riders;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Through a server as most are: it wants STARTTLS, and to know who comes. */
class SmtpRiderNotifierTest extends RiderNotifierContract {
  private static final Certificate CERTIFICATE = Certificate.of("localhost");
  private static final EmailAddress SENDER = new EmailAddress("rider-photos@example.com");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Refusal ADAS = to("ada@example.com");

  private final MailServer server = MailServer.withStartTls(CERTIFICATE);
  private final SmtpRiderNotifier notifier =
      new SmtpRiderNotifier(
          new SmtpConnection(
              server.as(Tls.STARTTLS, MailServer.USER, MailServer.PASSWORD),
              Duration.ofSeconds(30),
              Duration.ofSeconds(30),
              CERTIFICATE.trusting()),
          SENDER,
          Footer.NONE,
          InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  protected RiderNotifier notifier() {
    return notifier;
  }

  @Override
  protected List<Letter> letters() {
    return server.mails().stream().map(SmtpRiderNotifierTest::letter).toList();
  }

  /** A mail server cannot tell; but who reads may, for both have one name. */
  @Override
  @Test
  protected void aRepeatedCallSendsNothingTwice() {
    notifier.send(ADAS);
    notifier.send(ADAS);

    assertThat(server.mails()).hasSize(2);
    assertThat(server.mails()).extracting(mail -> header(mail, "Message-ID")).doesNotContainNull();
    assertThat(header(server.mails().getFirst(), "Message-ID"))
        .isEqualTo(header(server.mails().getLast(), "Message-ID"))
        .endsWith("@example.com>");
  }

  /** A mail server cannot tell that two of each are the same. */
  @Override
  @Test
  protected void manyCanSendAtOnce() {
    List<Integer> senders =
        Concurrently.call(
            16,
            number -> {
              notifier.send(ADAS);
              return number;
            });

    assertThat(letters()).hasSameSizeAs(senders);
  }

  @Test
  void aRiderWithoutAnAddressGetsNoMail() {
    notifier.send(to("ada@localhost"));

    assertThat(letters()).isEmpty();
  }

  @Test
  void aMailIsTextAndPageOfTheWordsThatAllAdaptersSend() throws Exception {
    notifier.send(ADAS);

    RiderMail refusal = Footer.NONE.mail(ADAS);
    Mail mail = server.mails().getFirst();
    assertThat(mail.from()).isEqualTo(SENDER.value());
    assertThat(header(mail, "From")).isEqualTo(SENDER.value());
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.message().getSentDate()).isEqualTo(Date.from(NOW));
    assertThat(mail.message().getSubject()).isEqualTo(refusal.subject());
    MimeMultipart parts = (MimeMultipart) mail.message().getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent())
        .asString()
        .isEqualToNormalizingNewlines(refusal.text());
    assertThat(parts.getBodyPart(1).getContent())
        .asString()
        .isEqualToNormalizingNewlines(refusal.html());
  }

  /** Plain SMTP would have a question mark in the letter's place, which is somebody else. */
  @Test
  void anAddressWithLettersOfTheWorldIsNotChanged() {
    notifier.send(to("jürgen@example.com"));

    assertThat(server.mails()).extracting(Mail::to).noneMatch(address -> address.contains("?"));
  }

  @Test
  void askingWhetherItWorksSendsNothing() {
    notifier.check();

    assertThat(letters()).isEmpty();
  }

  private static Refusal to(String address) {
    return new Refusal("1", new EmailAddress(address), Riders.ada(), "T", "M", List.of("A", "B"));
  }

  private static Letter letter(Mail mail) {
    try {
      MimeMessage message = mail.message();
      String to = ((InternetAddress) message.getAllRecipients()[0]).getAddress();
      assertThat(to).isEqualTo(mail.to());
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return new Letter(to, message.getSubject() + "\n" + parts.getBodyPart(0).getContent());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (MessagingException fault) {
      throw new AssertionError("This is no mail", fault);
    }
  }

  private static String header(Mail mail, String name) {
    try {
      return mail.message().getHeader(name, null);
    } catch (MessagingException fault) {
      throw new AssertionError("This is no mail", fault);
    }
  }
}
