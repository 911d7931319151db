package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptersTest {
  @Test
  void theBackendSaysThemAll() {
    assertThat(adapters(Map.of("backend", "embedded")))
        .containsOnly(
            Map.entry(Adapters.FACES, "embedded"),
            Map.entry(Adapters.PHOTOS, "files"),
            Map.entry(Adapters.RECORDS, "sqlite"),
            Map.entry("adapters.events", "outbox"),
            Map.entry(Adapters.MAIL, "mailbox"),
            Map.entry(Adapters.LOCAL, true),
            Map.entry(Adapters.AWS, false));
    assertThat(adapters(Map.of("backend", "aws")))
        .containsOnly(
            Map.entry(Adapters.FACES, "rekognition"),
            Map.entry(Adapters.PHOTOS, "s3"),
            Map.entry(Adapters.RECORDS, "dynamodb"),
            Map.entry("adapters.events", "sqs"),
            Map.entry(Adapters.MAIL, "ses"),
            Map.entry(Adapters.LOCAL, false),
            Map.entry(Adapters.AWS, true));
  }

  @Test
  void eachCanBeSetByItself() {
    assertThat(adapters(Map.of("backend", "aws", Adapters.MAIL, "mailbox")))
        .containsEntry(Adapters.MAIL, "mailbox")
        .containsEntry(Adapters.FACES, "rekognition")
        .containsEntry(Adapters.LOCAL, true)
        .containsEntry(Adapters.AWS, true);
    assertThat(adapters(Map.of("backend", "embedded", Adapters.MAIL, " ")))
        .containsEntry(Adapters.MAIL, "mailbox");
  }

  @Test
  void eventsFollowThePhotos() {
    assertThat(adapters(Map.of("backend", "embedded", Adapters.PHOTOS, "s3")))
        .containsEntry("adapters.events", "sqs");
    assertThat(adapters(Map.of("backend", "aws", Adapters.PHOTOS, "files")))
        .containsEntry("adapters.events", "outbox");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backend|azure|backend: azure is not one of embedded, aws",
        "adapters.faces|dlib|adapters.faces: dlib is not one of embedded, rekognition",
        "adapters.photos|S3|adapters.photos: S3 is not one of files, s3",
        "adapters.events|sqs|adapters.events: sqs does not go with adapters.photos: files"
      })
  void whatIsNotThereOrDoesNotGoTogetherIsRefused(String property, String value, String told) {
    Map<String, Object> settings = new HashMap<>(Map.of("backend", "embedded"));
    settings.put(property, value);

    assertThatThrownBy(() -> adapters(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(told);
  }

  private static Map<String, Object> adapters(Map<String, Object> settings) {
    return Adapters.of(new MapPropertyResolver(settings)).properties();
  }
}
