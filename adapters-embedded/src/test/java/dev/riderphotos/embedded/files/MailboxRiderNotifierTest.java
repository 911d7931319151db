package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.retention.KeptMail;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.testkit.RiderNotifierContract;
import dev.riderphotos.testkit.Riders;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxRiderNotifierTest extends RiderNotifierContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected RiderNotifier notifier() {
    return new MailboxRiderNotifier(storage.folder(), Footer.NONE, Clock.systemUTC());
  }

  @Override
  protected List<Letter> letters() {
    Path mailbox = storage.path().resolve("mailbox");
    if (!Files.exists(mailbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(mailbox)) {
      return files.sorted().map(MailboxRiderNotifierTest::letter).toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Test
  void wordToARiderWhoIsErasedGoes() {
    RiderId erased = new RiderId("ü".repeat(60) + " <1>");
    notifier().send(word("one", erased));
    notifier().send(word("two", erased));
    notifier().send(word("three", Riders.boris()));

    assertThat(notifier().forget(erased)).isEqualTo(2);
    assertThat(notifier().forget(erased)).isZero();

    assertThat(letters())
        .singleElement()
        .satisfies(left -> assertThat(left.text()).contains("boris"));
  }

  @Test
  void mailTellsWhenItWasWrittenAndGoesOneByOne() throws IOException {
    Instant written = Instant.parse("2026-01-02T03:04:05Z");
    MailboxRiderNotifier mailbox =
        new MailboxRiderNotifier(storage.folder(), Footer.NONE, InstantSource.fixed(written));
    mailbox.each(_ -> fail("There is no mailbox yet"));
    mailbox.send(word("one", Riders.ada()));
    mailbox.send(word("two", Riders.boris()));
    Path foreign = storage.path().resolve("mailbox/three.eml");
    Files.writeString(foreign, "no mail at all");
    Files.setLastModifiedTime(foreign, FileTime.from(written));
    Files.writeString(storage.path().resolve("mailbox/notes.txt"), "somebody's own");

    List<KeptMail.Letter> letters = new ArrayList<>();
    mailbox.each(letters::add);
    assertThat(letters)
        .extracting(KeptMail.Letter::writtenAt)
        .containsExactly(written, written, written);
    List<KeptMail.Letter> first = new ArrayList<>();
    mailbox.each(letter -> !first.add(letter));
    assertThat(first).hasSize(1);

    letters.forEach(mailbox::delete);
    letters.forEach(mailbox::delete);
    mailbox.each(_ -> fail("All mail is gone"));
    assertThat(storage.path().resolve("mailbox/notes.txt")).exists();
  }

  private static Notification word(String id, RiderId rider) {
    return new Refusal(
        id, new EmailAddress("rider@example.com"), rider, "FaceError", "No face.", List.of());
  }

  private static Letter letter(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
      return new Letter(
          ((InternetAddress) mail.getAllRecipients()[0]).getAddress(),
          mail.getSubject() + "\n" + mail.getContent());
    } catch (IOException | MessagingException fault) {
      throw new AssertionError(file + " is no mail", fault);
    }
  }
}
