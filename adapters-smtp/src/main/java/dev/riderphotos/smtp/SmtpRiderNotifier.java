package dev.riderphotos.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.OperatorMail;
import dev.riderphotos.rider.OperatorNotifier;
import dev.riderphotos.rider.RiderMail;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/**
 * Word to riders by a mail server, as HTML and as text. When the server's last answer was lost, a
 * repeated call sends the same mail twice; its {@code Message-ID} is the same, by which mail
 * programs may tell. An address on {@code localhost} stands for a rider who gave none: no mail is
 * sent there.
 */
public final class SmtpRiderNotifier implements RiderNotifier, OperatorNotifier, HealthChecked {
  private final SmtpConnection connection;
  private final EmailAddress sender;
  private final Footer footer;
  private final InstantSource clock;

  /**
   * Makes a notifier that sends by this server.
   *
   * @param sender address that mail comes from
   * @param footer what mail ends with
   */
  public SmtpRiderNotifier(
      SmtpServer server, EmailAddress sender, Footer footer, InstantSource clock) {
    this(SmtpConnection.to(server), sender, footer, clock);
  }

  SmtpRiderNotifier(
      SmtpConnection connection, EmailAddress sender, Footer footer, InstantSource clock) {
    this.connection = connection;
    this.sender = sender;
    this.footer = footer;
    this.clock = clock;
  }

  @Override
  public void send(Notification notification) {
    if (!notification.email().isLocal()) {
      Session session = connection.session(!isAscii(notification.email()));
      MimeMessage mail = compose(session, notification);
      connection.during(session, transport -> transport.sendMessage(mail, mail.getAllRecipients()));
    }
  }

  @Override
  public void send(OperatorMail word) {
    if (!word.to().isLocal()) {
      Session session = connection.session(!isAscii(word.to()));
      MimeMessage mail =
          compose(
              session,
              word.id(),
              word.to(),
              word.subject(),
              message -> message.setText(word.text(), UTF_8.name()));
      connection.during(session, transport -> transport.sendMessage(mail, mail.getAllRecipients()));
    }
  }

  @Override
  public String name() {
    return "mail (SMTP)";
  }

  /** Signs in and sends nothing. */
  @Override
  public void check() {
    connection.during(connection.session(false), _ -> {});
  }

  private MimeMessage compose(Session session, Notification notification) {
    RiderMail words = footer.mail(notification);
    return compose(
        session,
        notification.id(),
        notification.email(),
        words.subject(),
        mail ->
            mail.setContent(
                new MimeMultipart(
                    "alternative", part(words.text(), "plain"), part(words.html(), "html"))));
  }

  private interface Content {
    void in(MimeMessage mail) throws MessagingException;
  }

  private MimeMessage compose(
      Session session, String id, EmailAddress to, String subject, Content content) {
    try {
      MimeMessage mail = new NamedMessage(session, messageId(id));
      mail.setFrom(new InternetAddress(sender.value()));
      mail.setRecipient(RecipientType.TO, new InternetAddress(to.value()));
      mail.setSubject(subject, UTF_8.name());
      mail.setHeader("Auto-Submitted", "auto-generated"); // lest absences answer
      mail.setSentDate(Date.from(clock.instant()));
      content.in(mail);
      mail.saveChanges();
      return mail;
    } catch (MessagingException fault) {
      throw new BackendException("compose a mail", false, fault);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  private String messageId(String id) {
    String domain = sender.value().substring(sender.value().indexOf('@') + 1);
    return "<%s@%s>".formatted(UUID.nameUUIDFromBytes(id.getBytes(UTF_8)), domain);
  }

  private static boolean isAscii(EmailAddress address) {
    return US_ASCII.newEncoder().canEncode(address.value());
  }

  /** The library would name it anew each time. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
