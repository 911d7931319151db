package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.testkit.Photos;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Word of a refusal is in the language that is said with the photo, whoever says it. */
class MailLanguageTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("riders.language", "fr"));

  private final Client client = SERVER.client();

  @Test
  void aFieldSaysIt() throws MessagingException, IOException {
    Answer refused =
        client.post(Client.photoOf("ada") + "?wait=true", nobody().field("lang", "de"));

    refused.isRejected("Detected 0 faces in the photo.");
    assertThat(refused.textAt("language")).isEqualTo("de");
    assertThat(mail(refused).getSubject()).isEqualTo("Bitte sende ein anderes Foto");
    assertThat(mail(refused).getContent().toString())
        .contains("Wir konnten kein Gesicht finden.", "- Mach ein Foto von dir allein.");
  }

  @Test
  void elseTheHeader() throws MessagingException, IOException {
    Answer refused =
        client.send(
            "POST",
            Client.photoOf("boris") + "?wait=true",
            Map.of("Content-Type", "image/jpeg", "Accept-Language", "ar-EG,en;q=0.5"),
            Photos.nobody().bytes());

    assertThat(mail(refused).getSubject()).isEqualTo("يرجى إرسال صورة أخرى");
  }

  @Test
  void elseTheOperator() throws MessagingException, IOException {
    Answer refused = client.verify("clara", Photos.nobody());

    assertThat(refused.json()).doesNotContainKey("language");
    assertThat(mail(refused).getSubject()).isEqualTo("Veuillez envoyer une autre photo");
  }

  @Test
  void onThePageItIsThePages() throws MessagingException, IOException {
    Browser browser = new Browser(client).with("Accept-Language", "es");

    Answer sent = browser.post("/", nobody().field("rider", "david"));

    String id = sent.header("Location").replaceFirst(".*execution=", "");
    Answer ended = client.ended(client.get("/v1/executions/" + id));
    assertThat(mail(ended).getSubject()).isEqualTo("Envía otra foto, por favor");
  }

  @Test
  void whatIsStoredAlreadyHasItToo() {
    Answer refused =
        client.post(
            "/v1/executions?wait=true",
            "{\"userId\":\"elena\",\"s3Bucket\":\"rider-photos\",\"s3Key\":\"none\",\"lang\":\"pt\"}");

    assertThat(refused.textAt("language")).isEqualTo("pt");
  }

  private static MimeMessage mail(Answer refused) throws MessagingException, IOException {
    Path file = SERVER.data().resolve("mailbox").resolve(refused.textAt("executionId") + ".eml");
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(Files.readString(file, UTF_8).getBytes(UTF_8)));
  }

  private static Form nobody() {
    return new Form().file("photo", "nobody.jpg", Photos.nobody());
  }
}
