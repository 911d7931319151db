package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
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
import java.time.Clock;
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

    notifier().forget(erased);
    notifier().forget(erased);

    assertThat(letters())
        .singleElement()
        .satisfies(left -> assertThat(left.text()).contains("boris"));
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
