package dev.riderphotos.embedded.files;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.photo.ObjectKeys;
import dev.riderphotos.retention.KeptMail;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.OperatorMail;
import dev.riderphotos.rider.OperatorNotifier;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderMail;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.function.Predicate;

/** Mail that stays here: one {@code .eml} file per notification, which any mail program opens. */
public final class MailboxRiderNotifier
    implements RiderNotifier, OperatorNotifier, KeptMail, HealthChecked {
  private static final int MAX_NAME = 200;
  private static final String EML = "*.eml";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** Says for whom it is, so that it is found when the rider is erased. */
  private static final String RIDER = "X-Rider-Photos-Rider";

  private final DataFolder folder;
  private final Footer footer;
  private final InstantSource clock;

  public MailboxRiderNotifier(DataFolder folder, Footer footer, InstantSource clock) {
    this.folder = folder;
    this.footer = footer;
    this.clock = clock;
  }

  @Override
  public void send(Notification notification) {
    keep(notification.id(), () -> eml(notification));
  }

  @Override
  public void send(OperatorMail mail) {
    keep(mail.id(), () -> eml(mail));
  }

  private interface Draft {
    byte[] eml() throws MessagingException, IOException;
  }

  private void keep(String id, Draft draft) {
    Path file = folder.mailbox().resolve(ObjectKeys.segment(id, MAX_NAME) + ".eml");
    if (Files.exists(file)) {
      return;
    }
    try {
      AtomicFile.write(folder.temporary(), file, draft.eml());
    } catch (IOException fault) {
      throw folder.disk().fault("write a mail", fault);
    } catch (MessagingException fault) {
      throw new BackendException("compose a mail", false, fault);
    }
  }

  @Override
  public int forget(RiderId rider) {
    if (!Files.exists(folder.mailbox())) {
      return 0;
    }
    int deleted = 0;
    try (DirectoryStream<Path> mails = Files.newDirectoryStream(folder.mailbox(), EML)) {
      for (Path mail : mails) {
        if (isFor(rider, mail) && Files.deleteIfExists(mail)) {
          deleted++;
        }
      }
      return deleted;
    } catch (IOException fault) {
      throw folder.disk().fault("delete mails", fault);
    } catch (MessagingException fault) {
      throw new BackendException("read a mail", false, fault);
    }
  }

  @Override
  public void each(Predicate<Letter> reader) {
    if (!Files.exists(folder.mailbox())) {
      return;
    }
    try (DirectoryStream<Path> mails = Files.newDirectoryStream(folder.mailbox(), EML)) {
      for (Path mail : mails) {
        if (!reader.test(new Letter(mail.getFileName().toString(), writtenAt(mail)))) {
          return;
        }
      }
    } catch (IOException fault) {
      throw folder.disk().fault("read mails", fault);
    }
  }

  @Override
  public void delete(Letter letter) {
    try {
      Files.deleteIfExists(folder.mailbox().resolve(letter.name()));
    } catch (IOException fault) {
      throw folder.disk().fault("delete a mail", fault);
    }
  }

  /**
   * As the mail says, for restoring a backup makes all files new; of what says nothing its file's.
   */
  private static Instant writtenAt(Path mail) throws IOException {
    try (InputStream in = Files.newInputStream(mail)) {
      String date = new InternetHeaders(in, true).getHeader("Date", null);
      Date sent = date == null ? null : new MailDateFormat().parse(date, new ParsePosition(0));
      return sent == null ? Files.getLastModifiedTime(mail).toInstant() : sent.toInstant();
    } catch (NoSuchFileException gone) {
      return Instant.MAX;
    } catch (MessagingException unreadable) {
      return Files.getLastModifiedTime(mail).toInstant();
    }
  }

  private static boolean isFor(RiderId rider, Path mail) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(mail)) {
      String named = new InternetHeaders(in, true).getHeader(RIDER, null);
      return named != null
          && MimeUtility.decodeText(MimeUtility.unfold(named)).equals(rider.value());
    }
  }

  @Override
  public String name() {
    return "mail (mailbox)";
  }

  @Override
  public void check() {
    if (!Files.isWritable(folder.temporary())) {
      throw new BackendException(
          "write mail", true, new IOException("the data folder is not writable"));
    }
  }

  private byte[] eml(Notification notification) throws MessagingException, IOException {
    RiderMail words = footer.mail(notification);
    MimeMessage mail = mail(notification.email(), words.subject(), words.text());
    if (notification instanceof Refusal refusal) {
      mail.setHeader("X-Rider-Photos-Error", refusal.title());
    }
    mail.setHeader(RIDER, MimeUtility.encodeText(notification.rider().value(), UTF_8, null));
    return bytes(mail);
  }

  private byte[] eml(OperatorMail mail) throws MessagingException, IOException {
    return bytes(mail(mail.to(), mail.subject(), mail.text()));
  }

  private MimeMessage mail(EmailAddress to, String subject, String text) throws MessagingException {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress("rider-photos@localhost"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to.value()));
    mail.setSubject(subject, UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setText(text, UTF_8);
    return mail;
  }

  private static byte[] bytes(MimeMessage mail) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }
}
