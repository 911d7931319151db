package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.consent.ConsentText;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.language.Language;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.step.RiderSettings;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What riders agree to comes from settings and from files of an operator. */
class ConsentFactoryTest {
  @TempDir private Path folder;

  @Test
  void theTextThatIsShippedNamesTheContact() {
    Consents consents = consents(Map.of("contact.name", "Example Rides"));

    assertThat(consents.asked()).isEqualTo(Asked.PAGE);
    assertThat(consents.versions().values()).containsExactlyInAnyOrder(Language.values());
    assertThat(consents.text(Language.GERMAN).paragraphs())
        .contains("Deine Daten speichert Example Rides.");
  }

  @Test
  void aFolderHasAFileALanguage() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("en.txt"), "Ours.\n\nAll of it.");
    Files.writeString(texts.resolve("es.txt"), "Lo nuestro.");

    Consents consents =
        consents(Map.of("riders.consent-text", texts.toString(), "riders.consent", "required"));

    assertThat(consents.asked()).isEqualTo(Asked.REQUIRED);
    assertThat(consents.text(Language.SPANISH).paragraphs()).containsExactly("Lo nuestro.");
    assertThat(consents.text(Language.ARABIC))
        .isEqualTo(consents.text(Language.ENGLISH))
        .extracting(ConsentText::paragraphs)
        .asList()
        .containsExactly("Ours.", "All of it.");
  }

  @Test
  void aFileIsInTheUsualLanguage() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "Unseres.");

    Consents consents =
        consents(Map.of("riders.consent-text", text.toString(), "riders.language", "de"));

    assertThat(consents.text(Language.ENGLISH).language()).isEqualTo(Language.GERMAN);
  }

  @Test
  void toYamlOffIsFalse() {
    assertThat(consents(Map.of("riders.consent", "false")).asked()).isEqualTo(Asked.OFF);
  }

  @Test
  void aTextThatCannotBeReadIsRefused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    Path large = Files.writeString(folder.resolve("large"), "x".repeat(70_000));
    for (Path path : new Path[] {folder.resolve("none"), empty, large}) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> consents(Map.of("riders.consent-text", path.toString())))
          .withMessageStartingWith("riders.consent-text: ");
    }
  }

  private static Consents consents(Map<String, String> settings) {
    Settings.Riders riders =
        new Settings.Riders(
            "rider-photos",
            "rider-thumbnails",
            RiderSettings.Quality.ADVISE,
            null,
            RiderSettings.NewFace.REPLACE,
            70,
            settings.getOrDefault("riders.consent", "page"),
            settings.get("riders.consent-text"),
            settings.getOrDefault("riders.language", "en"),
            0.01,
            null);
    ConsentFactory factory = new ConsentFactory();
    return factory.consents(
        riders,
        RetentionSettings.DEFAULT,
        factory.contact(settings.getOrDefault("contact.name", ""), "", "", ""));
  }
}
