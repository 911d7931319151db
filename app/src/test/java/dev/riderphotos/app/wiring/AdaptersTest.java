package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.MapPropertyResolver;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            Map.entry(Adapters.WEBHOOKS, "http"),
            Map.entry(Adapters.LOCAL, true),
            Map.entry(Adapters.AWS, false));
    assertThat(adapters(Map.of("backend", "aws")))
        .containsOnly(
            Map.entry(Adapters.FACES, "rekognition"),
            Map.entry(Adapters.PHOTOS, "s3"),
            Map.entry(Adapters.RECORDS, "dynamodb"),
            Map.entry("adapters.events", "sqs"),
            Map.entry(Adapters.MAIL, "ses"),
            Map.entry(Adapters.WEBHOOKS, "http"),
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
  void oneThatIsNeitherHereNorOnAwsNeedsNeither() {
    assertThat(adapters(Map.of("backend", "embedded", Adapters.MAIL, "smtp")))
        .containsEntry(Adapters.MAIL, "smtp")
        .containsEntry(Adapters.LOCAL, true)
        .containsEntry(Adapters.AWS, false);
    assertThat(adapters(Map.of("backend", "aws", Adapters.MAIL, "smtp")))
        .containsEntry(Adapters.LOCAL, false)
        .containsEntry(Adapters.AWS, true);
  }

  /** No name without a factory, no factory that nobody can choose, and none that chooses inside. */
  @Test
  void eachNameIsThatOfAFactory() {
    JavaClasses app = new ClassFileImporter().importPackagesOf(Adapters.class);
    Set<String> names =
        Adapters.names().entrySet().stream()
            .filter(port -> !port.getKey().equals(Adapters.EVENTS)) // made with the photos
            .flatMap(port -> port.getValue().stream().map(name -> port.getKey() + ": " + name))
            .collect(Collectors.toSet());

    assertThat(
            app.stream()
                .filter(type -> type.isAnnotatedWith(Factory.class))
                .flatMap(type -> chosenBy(type.reflect())))
        .hasSizeGreaterThanOrEqualTo(names.size())
        .allMatch(names::contains)
        .containsAll(names);
    assertThat(app.stream().flatMap(type -> type.getMethods().stream()))
        .allMatch(method -> chosenBy(method.reflect()).findAny().isEmpty());
  }

  private static Stream<String> chosenBy(AnnotatedElement choice) {
    return Stream.of(choice.getAnnotationsByType(Requires.class))
        .filter(required -> Adapters.names().containsKey(required.property()))
        .map(required -> required.property() + ": " + required.value());
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
        "adapters.records|postgres|adapters.records: postgres is not one of sqlite, dynamodb",
        "adapters.mail|pigeon|adapters.mail: pigeon is not one of mailbox, ses, smtp",
        "adapters.webhooks|carrier|adapters.webhooks: carrier is not one of http, eventbridge",
        "adapters.events|kafka|adapters.events: kafka is not one of outbox, sqs",
        "adapters.events|sqs|adapters.events: sqs does not go with adapters.photos: files"
      })
  void whatIsNotThereOrDoesNotGoTogetherIsRefused(String property, String value, String told) {
    Map<String, Object> settings = new HashMap<>(Map.of("backend", "embedded"));
    settings.put(property, value);

    assertThatThrownBy(() -> adapters(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adapters.faces|embedded|workflow: step-functions needs adapters.faces: rekognition,",
        "adapters.photos|files|workflow: step-functions needs adapters.photos: s3,",
        "adapters.records|sqlite|workflow: step-functions needs adapters.records: dynamodb,",
        "aws.state-machine|''|workflow: step-functions needs aws.state-machine, the ARN"
      })
  void aStateMachineNeedsAllThatItsFunctionsWorkWith(String property, String value, String told) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of("backend", "aws", "workflow", "step-functions", "aws.state-machine", "arn"));
    assertThat(adapters(settings)).containsEntry(Adapters.AWS, true);
    settings.put(property, value);

    assertThatThrownBy(() -> adapters(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(told);
  }

  private static Map<String, Object> adapters(Map<String, Object> settings) {
    return Adapters.of(new MapPropertyResolver(settings)).properties();
  }
}
