package dev.riderphotos.app.wiring;

import static dev.riderphotos.app.wiring.SettingRule.anyCaseOf;
import static dev.riderphotos.app.wiring.SettingRule.list;
import static dev.riderphotos.app.wiring.SettingRule.matching;
import static dev.riderphotos.app.wiring.SettingRule.number;
import static dev.riderphotos.app.wiring.SettingRule.oneOf;
import static dev.riderphotos.app.wiring.SettingRule.size;
import static dev.riderphotos.app.wiring.SettingRule.valid;
import static dev.riderphotos.app.wiring.SettingRule.whole;
import static java.util.Map.entry;

import dev.riderphotos.aws.stepfunctions.StateMachineArn;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.web.access.Entrance;
import dev.riderphotos.web.access.TrustedProxies;
import dev.riderphotos.webhooks.WebhookAddress;
import dev.riderphotos.webhooks.WebhookSecrets;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What every setting may be: looked at before anything is made of them. */
public final class SettingRules {
  private static final int MOST = 1_000_000;
  private static final int MOST_DAYS = 36_500;

  private static final SettingRule BUCKET =
      valid(
          "the name of a bucket, 3 to 63 lower-case letters, digits, dots and hyphens",
          name -> new PhotoRef(name, "any"));
  private static final SettingRule COLLECTION =
      valid(
          "the name of a collection, 1 to 255 letters, digits, dots, hyphens and underscores",
          CollectionId::new);
  private static final SettingRule MODEL =
      valid(
          "a face model: faceapi-1, faceapi-2, or a pack's faceapi-2+ID@VERSION", ModelVersion::of);
  private static final SettingRule ADDRESS = valid("an address of mail", EmailAddress::new);
  private static final SettingRule PAGE =
      matching("an address of a page, such as https://example.com/privacy", "https?://[^\\s<>\"]+");
  private static final SettingRule TABLE =
      matching(
          "the name of a table, 3 to 255 letters, digits, dots, hyphens and underscores",
          "[a-zA-Z0-9_.-]{3,255}");
  private static final SettingRule QUEUE =
      matching(
          "the name of a queue, 1 to 80 letters, digits, hyphens and underscores",
          "[a-zA-Z0-9_-]{1,80}");
  private static final SettingRule SECRET =
      matching("the name of a secret, 1 to 512 characters", "[\\w/+=.@:-]{1,512}");
  private static final SettingRule FLAG = oneOf("true", "false");
  private static final SettingRule PAUSE = duration(Duration.ofMillis(1), "1ms", 1);
  private static final SettingRule WHILE = duration(Duration.ofSeconds(1), "1s", 7);
  private static final SettingRule DAYS =
      SettingRule.text("a number of days from 1d to 36500d, such as 30d", text -> isDays(text, 1));
  private static final SettingRule QUOTA = whole(0, MOST);
  private static final SettingRule PORT = whole(-1, 65_535);
  private static final SettingRule PERCENT =
      number("a number from 0 to 100", value -> value >= 0 && value <= 100);
  private static final SettingRule SIMILARITY =
      number("a number above 0, to 100", value -> value > 0 && value <= 100);

  private static final Map<String, SettingRule> RULES =
      new TreeMap<>(
          Map.ofEntries(
              entry("backend", oneOf("embedded", "aws")),
              entry(Adapters.WORKFLOW, oneOf(Adapters.IN_PROCESS, StepFunctionsFactory.NAME)),
              entry(Adapters.FACES, technology(Adapters.FACES)),
              entry(Adapters.PHOTOS, technology(Adapters.PHOTOS)),
              entry(Adapters.RECORDS, technology(Adapters.RECORDS)),
              entry(Adapters.MAIL, technology(Adapters.MAIL)),
              entry(Adapters.EVENTS, technology(Adapters.EVENTS)),
              entry(Adapters.WEBHOOKS, technology(Adapters.WEBHOOKS)),
              entry("aws.queue", QUEUE),
              entry("aws.dead-letter-queue", QUEUE),
              entry("aws.secret", SECRET),
              entry("aws.receipt-keys", SECRET),
              entry("aws.path-style", FLAG),
              entry(
                  Adapters.STATE_MACHINE,
                  valid(
                          "the ARN of a state machine, without a version or an alias, such as"
                              + " arn:aws:states:eu-central-1:123456789012:stateMachine:rider-photos",
                          StateMachineArn::new)
                      .orNone()),
              entry(
                  "aws.face-model",
                  matching("the version of a face model, such as 7.0", "\\d+(\\.\\d+)*").orNone()),
              entry("aws.tables.riders", TABLE),
              entry("aws.tables.drinks", TABLE),
              entry("aws.tables.executions", TABLE),
              entry("aws.tables.faces", TABLE),
              entry("aws.tables.claims", TABLE),
              entry("aws.tables.keys", TABLE),
              entry("aws.tables.gallery-photos", TABLE),
              entry("aws.tables.gallery-faces", TABLE),
              entry("aws.tables.gallery-distinctions", TABLE),
              entry("aws.tables.migrations", TABLE),
              entry("aws.tables.migration-faces", TABLE),
              entry("aws.tables.reviews", TABLE),
              entry("aws.tables.audit", TABLE),
              entry("aws.tables.announcements", TABLE),
              entry("aws.tables.revoked-links", TABLE),
              entry("aws.tables.live-collections", TABLE),
              entry("aws.tables.face-counterparts", TABLE),
              entry("aws.executions.lease", WHILE),
              entry("access", oneOf("demo", "secured")),
              entry(
                  "public-url",
                  valid(
                          "the address of a whole server, such as https://photos.example.com",
                          url -> new Entrance(url, Set.of(), new TrustedProxies(List.of())))
                      .orNone()),
              entry(
                  "trusted-proxies",
                  list(
                      "addresses and networks such as 10.0.0.0/8, with commas between",
                      SettingRules::isNetwork)),
              entry("keys.burst", whole(1, MOST)),
              entry("keys.per-second", whole(1, MOST)),
              entry("keys.per-day", whole(1, 1_000 * MOST)),
              entry("faces.collection", COLLECTION),
              entry("faces.model", MODEL),
              entry("faces.detector", anyCaseOf(Settings.Faces.AUTO, "float", "int8")),
              entry("photos.decoder", anyCaseOf("auto", "native", "jdk")),
              entry("riders.photo-bucket", BUCKET),
              entry("riders.thumbnail-bucket", BUCKET),
              entry("riders.quality", anyCaseOf("advise", "reject")),
              entry(
                  "riders.min-eye-distance",
                  number("a number above 0, to 1000", value -> value > 0 && value <= 1_000)
                      .orNone()),
              entry("riders.new-face", anyCaseOf("review", "replace", "refuse")),
              entry("riders.own-face-similarity", SIMILARITY),
              entry(
                  "riders.consent",
                  matching("one of page, required, off", "(?i)page|required|off|false")),
              entry("riders.language", oneOf("en", "de", "es", "fr", "pt", "ar")),
              entry(
                  "riders.duplicate-false-alarm",
                  number("a number above 0 and below 1", value -> value > 0 && value < 1)),
              entry("riders.duplicate-similarity", SIMILARITY.orNone()),
              entry(
                  "reviews.rate",
                  SettingRule.text("a number above 0 and below 1, or off", SettingRules::isRate)),
              entry("reviews.from", SIMILARITY.orNone()),
              entry("reviews.expire", duration(Duration.ofSeconds(1), "1s", 3_650)),
              entry(
                  "reviews.grace",
                  SettingRule.duration(
                      Duration.ZERO, Duration.ofDays(7), "a time from 0s to 7 days, such as 10m")),
              entry("reviews.reviewers", whole(1, 2)),
              entry("retention.refused-photos", DAYS),
              entry("retention.executions", DAYS),
              entry("retention.mail", DAYS),
              entry("retention.cases", DAYS),
              entry(
                  "retention.inactive-riders",
                  SettingRule.text(
                      "a number of days above 30, such as 365d, or off",
                      SettingRules::isInactivity)),
              entry("reviews.notify", ADDRESS.orNone()),
              entry(
                  "receipts.backups-kept", duration(Duration.ofSeconds(1), "1s", 36_500).orNone()),
              entry("drinks.photo-bucket", BUCKET),
              entry("drinks.thumbnail-bucket", BUCKET),
              entry("drinks.upload-expiry", WHILE),
              entry("drinks.link-expiry", WHILE),
              entry("extraction.input-bucket", BUCKET),
              entry("extraction.output-bucket", BUCKET),
              entry("extraction.min-confidence", PERCENT),
              entry(
                  "extraction.padding",
                  number("a number from 0 to 1", value -> value >= 0 && value <= 1)),
              entry("extraction.limit", whole(1, MOST).orNone()),
              entry("gallery.collection", COLLECTION),
              entry("gallery.bucket", BUCKET),
              entry("gallery.match-threshold", SIMILARITY),
              entry("gallery.max-faces", whole(1, 40)),
              entry("gallery.quality-filter", anyCaseOf("NONE", "AUTO", "LOW", "MEDIUM", "HIGH")),
              entry("gallery.debug-mode", FLAG),
              entry("gallery.lease", WHILE),
              entry("events.attempts", whole(1, 1_000)),
              entry("events.delay", PAUSE),
              entry("events.concurrent", whole(1, 64)),
              entry(
                  "webhooks.url",
                  valid(
                          "an address such as https://example.com/hooks, or of http on this machine",
                          url -> WebhookAddress.of(url, true))
                      .orNone()),
              entry(
                  "webhooks.secret",
                  valid(
                          "whsec_ and 24 to 64 bytes in base64, or two such with a comma between",
                          WebhookSecrets::of)
                      .orNone()
                      .secret()),
              entry("webhooks.allow-private", FLAG),
              entry(
                  "webhooks.event-bus",
                  matching("the name of an event bus, 1 to 256 characters", "[\\w./-]{1,256}")),
              entry("webhooks.attempts", whole(1, 1_000)),
              entry("webhooks.delay", PAUSE),
              entry(
                  "rekognition.region",
                  matching("a region, such as us-east-1", "[a-z]{2,}(-[a-z0-9]+)+")),
              entry("rekognition.account", matching("12 digits", "\\d{12}")),
              entry(
                  "rekognition.requests-per-second",
                  number(
                      "a number from 0 to " + MOST + ", 0 for no limit",
                      value -> value >= 0 && value <= MOST)),
              entry(
                  "cors.origins",
                  list(
                      "origins such as https://drinks.example.com, with commas between, or *",
                      SettingRules::isOrigin)),
              entry("contact.name", matching("a name of 1 to 200 characters", ".{1,200}").orNone()),
              entry("contact.email", ADDRESS.orNone()),
              entry("contact.url", PAGE.orNone()),
              entry("privacy-url", PAGE.orNone()),
              entry("notifications.default-to", ADDRESS.orNone()),
              entry("notifications.sender", ADDRESS),
              entry(
                  "mail.smtp.host",
                  matching("the name or the address of a mail server", "[\\w.:-]{1,253}").orNone()),
              entry("mail.smtp.port", whole(1, 65_535).orNone()),
              entry("mail.smtp.tls", anyCaseOf("starttls", "implicit", "none")),
              entry("retries.attempts", whole(1, 100)),
              entry("retries.delay", PAUSE),
              entry("limits.concurrent-executions", whole(1, 256)),
              entry("limits.picture-memory", size()),
              entry("limits.receive-time", WHILE),
              entry("limits.receive-rate", size()),
              entry("limits.bodies", whole(1, MOST)),
              entry("limits.bodies-per-caller", whole(1, MOST)),
              entry("limits.waiting-executions", whole(1, MOST)),
              entry(
                  "limits.wait-time",
                  SettingRule.duration(
                      Duration.ofMillis(1), Duration.ofSeconds(60), "a time from 1ms to 60s")),
              entry("quotas.photos-per-rider-hour", QUOTA),
              entry("quotas.tickets-per-caller-hour", QUOTA),
              entry(
                  "quotas.bytes-per-caller-day",
                  matching(
                      "a number of bytes, such as 2GB, or 0 for any number", "\\d{1,12}([KMG]B)?")),
              entry("quotas.mails-per-rider-day", QUOTA),
              entry("micronaut.server.port", PORT),
              entry("micronaut.server.ssl.port", PORT.orNone()),
              entry("micronaut.server.max-request-size", size()),
              entry("micronaut.server.multipart.max-file-size", size()),
              entry("micronaut.server.multipart.threshold", size()),
              entry("micronaut.server.idle-timeout", WHILE)));

  /** Settings that have another name now, which whoever still sets them is told. */
  private static final Map<String, String> MOVED =
      Map.of("aws.executions.retention", "retention.executions");

  /** Each pair or more would have one thing taken for another. */
  private static final List<List<String>> DIFFERENT =
      List.of(
          bucketsBut("drinks.thumbnail-bucket"),
          bucketsBut("riders.thumbnail-bucket"), // thumbnails may share one
          List.of("faces.collection", "gallery.collection"),
          List.of("aws.queue", "aws.dead-letter-queue"),
          List.of("aws.secret", "aws.receipt-keys"),
          RULES.keySet().stream().filter(name -> name.startsWith("aws.tables.")).toList());

  private SettingRules() {}

  private static List<String> bucketsBut(String one) {
    return RULES.entrySet().stream()
        .filter(entry -> entry.getValue() == BUCKET && !entry.getKey().equals(one))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Refuses the first that is not as it should be.
   *
   * @throws ConfigurationException with a sentence that names it and what it may be
   */
  static void check(PropertyResolver settings) {
    MOVED.forEach((old, name) -> moved(settings, old, name).ifPresent(SettingRules::refuse));
    RULES.forEach((name, rule) -> rule.refusal(settings, name).ifPresent(SettingRules::refuse));
    DIFFERENT.forEach(names -> alike(settings, names).ifPresent(SettingRules::refuse));
  }

  /** Lists the settings that have a rule. */
  public static Set<String> names() {
    return RULES.keySet();
  }

  private static Optional<String> moved(PropertyResolver settings, String old, String name) {
    return settings.containsProperty(old)
        ? Optional.of("%s is called %s now".formatted(old, name))
        : Optional.empty();
  }

  private static Optional<String> alike(PropertyResolver settings, List<String> names) {
    Map<String, String> seen = new HashMap<>();
    for (String name : names) {
      String value = settings.getProperty(name, String.class).orElse("");
      String earlier = seen.putIfAbsent(value, name);
      if (earlier != null) {
        return Optional.of("%s and %s are different, not both %s".formatted(earlier, name, value));
      }
    }
    return Optional.empty();
  }

  private static void refuse(String sentence) {
    throw new ConfigurationException(sentence);
  }

  private static SettingRule technology(String port) {
    return oneOf(Adapters.names(port).toArray(String[]::new)).orNone();
  }

  private static SettingRule duration(Duration least, String told, int mostDays) {
    return SettingRule.duration(
        least,
        Duration.ofDays(mostDays),
        "a time from %s to %d %s, such as 30s, 5m or 1h"
            .formatted(told, mostDays, mostDays == 1 ? "day" : "days"));
  }

  /** To YAML, off is false. */
  static boolean isOff(String text) {
    return text.matches("(?i)off|false");
  }

  /** Riders are told 30 days before they go. */
  private static boolean isInactivity(String text) {
    return isOff(text) || isDays(text, 1 + (int) RetentionSettings.NOTICE.toDays());
  }

  private static boolean isDays(String text, int least) {
    if (!text.matches("\\d{1,5}d")) {
      return false;
    }
    int days = Integer.parseInt(text.substring(0, text.length() - 1));
    return days >= least && days <= MOST_DAYS;
  }

  private static boolean isRate(String text) {
    return isOff(text)
        || SettingRule.accepts(
            rate -> new DuplicateRule.FalseAlarms(Double.parseDouble(rate)), text);
  }

  private static boolean isNetwork(String text) {
    return SettingRule.accepts(network -> new TrustedProxies(List.of(network)), text);
  }

  /** An origin is as browsers write it: no path, no capital letters. */
  private static boolean isOrigin(String text) {
    return text.equals("*")
        || (text.matches("https?://[a-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-f:]+](:\\d{1,5})?")
            && SettingRule.accepts(URI::create, text)
            && URI.create(text).getHost() != null);
  }
}
