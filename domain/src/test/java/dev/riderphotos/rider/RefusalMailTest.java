package dev.riderphotos.rider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalMailTest {
  @Test
  void itIsReadAsText() {
    assertThat(mail("No face. ", "Show your face.", "Make light.").text())
        .isEqualTo(
            """
            Hello ada,

            we could not accept your photo: No face.

            - Show your face.
            - Make light.

            FaceError
            """);
  }

  @Test
  void itIsReadAsAPage() {
    assertThat(mail("No face. ", "Show your face.", "Make light.").html())
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Your photo was not accepted</title>", "Hello ada", "No face.</strong>")
        .contains("<li>Show your face.</li>\n<li>Make light.</li>", "FaceError</p>");
  }

  @Test
  void nobodysWordsAreMarkup() {
    assertThat(mail("\"%s\" & 'more' $1", "<script>").html())
        .contains("&quot;%s&quot; &amp; &#39;more&#39; $1", "<li>&lt;script&gt;</li>")
        .doesNotContain("<script>");
  }

  private static RefusalMail mail(String message, String... advice) {
    return RefusalMail.of(
        new Notification(
            "1",
            new EmailAddress("ada@example.com"),
            new RiderId("ada"),
            "FaceError",
            message,
            List.of(advice)));
  }
}
