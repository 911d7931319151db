package dev.riderphotos.rider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.language.Language;
import dev.riderphotos.rider.RiderMail.Footer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiderMailTest {
  @Test
  void itIsReadAsText() {
    assertThat(mail("No face. ", "Show your face.", "Make light.").text())
        .isEqualTo(
            """
            Hello ada,

            we can't use your photo yet: No face.

            - Show your face.
            - Make light.

            To try again, open your link once more.
            Reference: 028053e5
            """);
  }

  @Test
  void itIsReadAsAPage() {
    assertThat(mail("No face. ", "Show your face.", "Make light.").html())
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Please send another photo</title>", "Hello ada", "No face.</strong>")
        .contains("<li>Show your face.</li>\n<li>Make light.</li>", "<p>Reference: 028053e5</p>");
  }

  @Test
  void itIsInTheRidersLanguage() {
    RiderMail mail =
        new Footer("https://photos.example.com/", "https://example.com/help")
            .mail(
                new Refusal(
                    "028053e5-7f2f-4a57-9a3e-2f6f6d6a7f10",
                    new EmailAddress("ada@example.com"),
                    new RiderId("ada"),
                    "FaceError",
                    "لم نجد أي وجه.",
                    List.of("ثبّت الكاميرا."),
                    Language.ARABIC));

    assertThat(mail.subject()).isEqualTo("يرجى إرسال صورة أخرى");
    assertThat(mail.text())
        .startsWith("مرحبًا ada،\n\nلا يمكننا استخدام صورتك بعد: لم نجد أي وجه.")
        .contains("انظر https://example.com/help");
    assertThat(mail.html())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "<strong>لم نجد أي وجه.</strong>");
  }

  @Test
  void nobodysWordsAreMarkup() {
    assertThat(mail("\"%s\" & 'more' $1", "<script>").html())
        .contains("&quot;%s&quot; &amp; &#39;more&#39; $1", "<li>&lt;script&gt;</li>")
        .doesNotContain("<script>");
  }

  @Test
  void itSaysWhereToTryAgainAndWhoAnswersWhereThatIsKnown() {
    RiderMail mail =
        new Footer("https://photos.example.com/", "help@example.com")
            .mail(notification("No face."));

    assertThat(mail.text())
        .contains("open your link once more, or go to https://photos.example.com/\n")
        .contains("Questions? Write to help@example.com\n")
        .doesNotContain("FaceError");
    assertThat(mail.html())
        .contains("<p>Questions? Write to help@example.com</p>")
        .doesNotContain("FaceError");
  }

  private static RiderMail mail(String message, String... advice) {
    return Footer.NONE.mail(notification(message, advice));
  }

  private static Refusal notification(String message, String... advice) {
    return new Refusal(
        "028053e5-7f2f-4a57-9a3e-2f6f6d6a7f10",
        new EmailAddress("ada@example.com"),
        new RiderId("ada"),
        "FaceError",
        message,
        List.of(advice));
  }
}
