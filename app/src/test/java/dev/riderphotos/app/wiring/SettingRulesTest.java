package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting with values that cannot be, and those at the edge of what can. */
class SettingRulesTest {
  /**
   * Settings of the framework's that are ours to choose, and keys, which have rules of their own.
   */
  private static final Set<String> OTHERS =
      Set.of("micronaut", "endpoints", "http-intake", "rekognition.access-keys");

  @Test
  void everySettingHasARule() {
    try (ApplicationContext context = context(Map.of())) {
      assertThat(shipped(context.getEnvironment()))
          .isNotEmpty()
          .allMatch(name -> SettingRules.names().contains(name));
    }
  }

  @Test
  void theProductAsShippedKeepsThem() {
    assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backend | nope;'';AWS;embedded,aws",
        "workflow | '';lambda;Step-Functions",
        "adapters.faces | nope;Rekognition",
        "adapters.photos | sqlite",
        "adapters.records | files",
        "adapters.mail | SMTP;pigeon",
        "adapters.events | kafka",
        "adapters.webhooks | HTTP;carrier",
        "webhooks.url | http://example.com/;ftp://localhost/;https://a:b@example.com/;here",
        "webhooks.secret | whsec_short;MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "webhooks.allow-private | '';yes",
        "webhooks.event-bus | '';a b",
        "webhooks.attempts | 0;1001",
        "webhooks.delay | 0s;8d",
        "aws.queue | '';a b;https://sqs.example.com/1/q",
        "aws.dead-letter-queue | '';ä;rider-photos-events",
        "aws.secret | '';a b",
        "aws.receipt-keys | '';a b;rider-photos-signing",
        "aws.state-machine | rider-photos;arn:aws:states:eu-central-1:123456789012:stateMachine:m:live",
        "aws.path-style | '';yes;1",
        "aws.face-model | seven;7.",
        "aws.tables.riders | '';ab;a b;rider-photos-drinks",
        "aws.tables.gallery-distinctions | '';x;rider-photos-keys",
        "aws.executions.lease | '';0s;-30s;soon;999ms;8d",
        "access | '';open;DEMO;demo,secured",
        "public-url | photos.example.com;ftp://example.com;https://a.example/path;https://",
        "trusted-proxies | somebody;10.0.0.0/99;10.0.0.0/-1;,;10.0.0.1,,10.0.0.2;10.0.0.1 10.0.0.2",
        "keys.burst | '';0;-1;many;1.5;99999999999",
        "keys.per-second | '';0;-1;NaN",
        "keys.per-day | '';0;-500",
        "faces.collection | '';a b;ü;gallery",
        "faces.model | '';faceapi-3;FACEAPI-2",
        "retention.refused-photos | '';0d;30;36501d;1h;-1d",
        "retention.executions | '';0d;90 days;for ever",
        "retention.mail | '';0d;1.5d",
        "retention.cases | '';off;PT24H",
        "retention.inactive-riders | '';30d;1y;36501d;on",
        "riders.photo-bucket | '';A B;ab;../x;gallery;rider-thumbnails;drink-photos",
        "riders.thumbnail-bucket | '';UPPER;extraction-input",
        "riders.quality | '';nonsense;0",
        "riders.min-eye-distance | 0;-1;1001;NaN;far",
        "riders.new-face | '';nonsense",
        "riders.own-face-similarity | '';0;-1;101;NaN;same",
        "riders.duplicate-false-alarm | '';0;1;-0.1;2;NaN;many;Infinity",
        "riders.duplicate-similarity | 0;-1;101;NaN;same",
        "reviews.rate | '';0;1;-0.1;NaN;many",
        "reviews.from | 0;-1;101;NaN;same",
        "reviews.expire | '';0s;-1d;for ever",
        "reviews.grace | '';-1s;8d;soon",
        "reviews.reviewers | '';0;3;both",
        "reviews.notify | ops;@example.com",
        "receipts.backups-kept | 0s;-1d;long",
        "drinks.photo-bucket | '';x;extraction-input",
        "drinks.thumbnail-bucket | '';.a.;gallery",
        "drinks.upload-expiry | '';0s;-1h;soon;8d",
        "drinks.link-expiry | '';0;-1h;PT0S",
        "extraction.input-bucket | '';A;extracted-faces",
        "extraction.output-bucket | '';A;extraction-input;gallery",
        "extraction.min-confidence | '';-1;101;NaN;sure",
        "extraction.padding | '';-0.1;1.1;NaN;much",
        "extraction.limit | 0;-1;all;1.5",
        "gallery.collection | '';a b;rider-photos",
        "gallery.bucket | '';A B;drink-photos",
        "gallery.match-threshold | '';0;-1;100.1;NaN;high",
        "gallery.max-faces | '';0;41;-1;many",
        "gallery.quality-filter | '';BEST",
        "gallery.debug-mode | '';maybe",
        "gallery.lease | '';0s;-1m;long",
        "events.attempts | '';0;-1;many;1001",
        "events.delay | '';0s;-2s;soon;2d",
        "events.concurrent | '';0;-2;65",
        "rekognition.region | '';US;nowhere at all",
        "rekognition.account | '';1;abcdefghijkl;0000000000001",
        "rekognition.requests-per-second | '';-1;NaN;Infinity;many",
        "cors.origins | drinks.example.com;https://a.example/;https://A.example;null;,;*,;ftp://x",
        "notifications.default-to | nobody;a@;@b",
        "notifications.sender | '';nobody",
        "mail.smtp.host | a b;mail.example.com/in;http://mail.example.com",
        "mail.smtp.port | 0;-1;65536;smtp",
        "mail.smtp.tls | '';ssl;true",
        "retries.attempts | '';0;-1;many;101",
        "retries.delay | '';0s;-2s;soon",
        "limits.concurrent-executions | '';0;-8;257;many",
        "photos.decoder | '';fast;both",
        "limits.picture-memory | '';0;-1;lots;256 MB",
        "limits.receive-time | '';0s;-5m",
        "limits.receive-rate | '';0;-1KB",
        "limits.bodies | '';0;-1",
        "limits.bodies-per-caller | '';0",
        "limits.waiting-executions | '';0;-200",
        "limits.wait-time | '';0s;61s",
        "quotas.photos-per-rider-hour | '';-1;1.5;many",
        "quotas.tickets-per-caller-hour | '';-1",
        "quotas.bytes-per-caller-day | '';-1;2XB",
        "quotas.mails-per-rider-day | '';-5",
        "micronaut.server.port | '';-2;65536;http",
        "micronaut.server.ssl.port | 65536;https",
        "micronaut.server.max-request-size | '';0;-1;big",
        "micronaut.server.multipart.max-file-size | '';0",
        "micronaut.server.idle-timeout | '';0s;-1m"
      })
  void whatCannotBeIsRefusedWithASentence(String name, String values) {
    for (String value : values.split(";", -1)) {
      String wrong = value.equals("''") ? "" : value;
      assertThatExceptionOfType(ConfigurationException.class)
          .as("%s=%s", name, wrong)
          .isThrownBy(() -> check(Map.of(name, wrong)))
          .withMessageContaining(name)
          .withMessageMatching("(?s).+ (is|are) .+, (not|and not) .+");
    }
  }

  @Test
  void whoSetsWhatHasAnotherNameNowIsTold() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> check(Map.of("aws.executions.retention", "90d")))
        .withMessage("aws.executions.retention is called retention.executions now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backend | aws",
        "workflow | in-process;step-functions",
        "aws.state-machine | '';arn:aws:states:eu-central-1:123456789012:stateMachine:rider-photos",
        "adapters.faces | '';rekognition",
        "adapters.mail | '';mailbox;ses;smtp",
        "adapters.webhooks | '';http;eventbridge",
        "webhooks.url | '';https://example.com/hooks?a=b;http://localhost:1/;http://[::1]/",
        "webhooks.secret | '';whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "webhooks.event-bus | default;arn/partners.example-1_a",
        "webhooks.attempts | 1;1000",
        "webhooks.delay | 1ms;1d",
        "aws.face-model | '';7.0",
        "access | secured",
        "public-url | '';https://photos.example.com;http://10.0.0.1:8080/;https://[::1]:8443",
        "trusted-proxies | '';10.0.0.0/8;127.0.0.1, ::1;fd00::/8",
        "keys.burst | 1;1000000",
        "riders.quality | reject;REJECT",
        "riders.min-eye-distance | '';0.5;45;1000",
        "riders.duplicate-similarity | '';0.1;100",
        "riders.new-face | review;REPLACE;refuse",
        "riders.own-face-similarity | 0.1;70;100",
        "reviews.rate | 0.05;0.5;off",
        "reviews.from | '';80",
        "reviews.grace | 0s;10m;7d",
        "reviews.reviewers | 1;2",
        "retention.refused-photos | 1d;30d;36500d",
        "retention.inactive-riders | off;OFF;false;31d;365d",
        "receipts.backups-kept | '';1s;30d",
        "drinks.upload-expiry | 1s;15m;7d;PT1H",
        "extraction.limit | '';1",
        "gallery.quality-filter | none;HIGH",
        "gallery.max-faces | 1;40",
        "rekognition.region | eu-central-1;us-gov-west-1",
        "rekognition.requests-per-second | 0;0.5",
        "cors.origins | '';*;https://drinks.example.com,http://localhost:3000;https://a.example, https://b.example",
        "notifications.default-to | '';ops@example.com",
        "mail.smtp.host | '';localhost;mail.example.com;10.0.0.1;fd00::1",
        "mail.smtp.port | '';1;65535",
        "mail.smtp.tls | starttls;STARTTLS;implicit;none",
        "retries.delay | 1ms",
        "quotas.photos-per-rider-hour | 0",
        "quotas.bytes-per-caller-day | 0;2GB",
        "micronaut.server.port | -1;0;443",
        "micronaut.server.max-request-size | 16777216;16MB"
      })
  void whatCanBeIsTaken(String name, String values) {
    for (String value : values.split(";", -1)) {
      assertThatCode(() -> check(Map.of(name, value.equals("''") ? "" : value)))
          .as("%s=%s", name, value)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aListMayBeWrittenAsOne() {
    assertThatCode(() -> check(Map.of("cors.origins", List.of("https://a.example"))))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> check(Map.of("cors.origins", List.of("https://a.example", ""))));
  }

  private static void check(Map<String, Object> settings) {
    try (ApplicationContext context = context(settings)) {
      SettingRules.check(context.getEnvironment());
    }
  }

  private static ApplicationContext context(Map<String, Object> settings) {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .properties(settings)
            .build();
    context.getEnvironment().start();
    return context;
  }

  /** The names that stand in application.yml. */
  private static List<String> shipped(Environment environment) {
    return environment.getPropertySources().stream()
        .filter(source -> source.getName().equals("application"))
        .flatMap(SettingRulesTest::names)
        .filter(name -> OTHERS.stream().noneMatch(name::startsWith))
        .toList();
  }

  /** Without those that have nothing but comments beneath them. */
  private static Stream<String> names(PropertySource source) {
    return StreamSupport.stream(source.spliterator(), false)
        .filter(name -> source.get(name) != null);
  }
}
