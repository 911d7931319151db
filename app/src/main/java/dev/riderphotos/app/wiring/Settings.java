package dev.riderphotos.app.wiring;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.drink.DrinkSettings;
import dev.riderphotos.engine.DetectorPrecision;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.intake.IntakeRules;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.rekognition.RequestRate;
import dev.riderphotos.rekognition.signature.AccessKeys;
import dev.riderphotos.rekognition.signature.SignatureCheck;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.review.ReviewSettings;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.web.access.AccessMode;
import dev.riderphotos.web.access.KeyLimits;
import dev.riderphotos.web.access.Quotas;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.naming.conventions.StringConvention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of application.yml, checked. */
public final class Settings {
  private static final List<String> SHOWN =
      List.of("adapters", "faces", "gallery", "keys", "limits", "photos", "quotas", "rekognition");

  private Settings() {}

  /** The names of those that programs may see; of secrets not the values. */
  static Stream<String> shown(Environment environment) {
    Stream<String> given =
        SHOWN.stream()
            .flatMap(
                prefix ->
                    environment.getProperties(prefix, StringConvention.RAW).keySet().stream()
                        .map(name -> prefix + "." + name));
    return Stream.concat(given, Stream.of(RekognitionEndpoint.ACCESS_KEYS)).distinct();
  }

  /** Holds the settings under {@code faces}. */
  @ConfigurationProperties("faces")
  record Faces(String collection, String model, String detector) {
    static final String AUTO = "auto";

    CollectionId collectionId() {
      return valid("faces.collection", () -> new CollectionId(collection));
    }

    ModelVersion version() {
      return valid("faces.model", () -> ModelVersion.of(model));
    }

    /** None where the data folder decides. */
    Optional<DetectorPrecision> precision() {
      return detector.equalsIgnoreCase(AUTO)
          ? Optional.empty()
          : Optional.of(DetectorPrecision.valueOf(detector.toUpperCase(Locale.ROOT)));
    }
  }

  /** Holds the settings under {@code photos}. */
  @ConfigurationProperties("photos")
  record Photos(ChosenDecoder.Choice decoder) {}

  /** How a setting writes a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Holds the settings under {@code riders}. */
  @ConfigurationProperties("riders")
  public record Riders(
      String photoBucket,
      String thumbnailBucket,
      RiderSettings.Quality quality,
      @Nullable Double minEyeDistance,
      RiderSettings.NewFace newFace,
      double ownFaceSimilarity,
      String consent,
      @Nullable String consentText,
      String language,
      double duplicateFalseAlarm,
      @Nullable Double duplicateSimilarity) {

    public Riders {
      PhotoRef _ = valid("riders.photo-bucket", () -> new PhotoRef(photoBucket, "any"));
      PhotoRef _ = valid("riders.thumbnail-bucket", () -> new PhotoRef(thumbnailBucket, "any"));
    }

    /** To YAML, off is false. */
    Consents.Asked asked() {
      return consent.equalsIgnoreCase("false")
          ? Consents.Asked.OFF
          : Consents.Asked.valueOf(consent.toUpperCase(Locale.ROOT));
    }

    /** Of riders who are not known to speak another. */
    Language spoken() {
      return Language.of(language).orElse(Language.ENGLISH);
    }

    double leastEyeDistance() {
      return minEyeDistance == null ? 0 : minEyeDistance;
    }

    DuplicateRule duplicateRule() {
      return duplicateSimilarity == null
          ? valid(
              "riders.duplicate-false-alarm",
              () -> new DuplicateRule.FalseAlarms(duplicateFalseAlarm))
          : valid(
              "riders.duplicate-similarity",
              () -> new DuplicateRule.FixedSimilarity(duplicateSimilarity));
    }
  }

  /** Holds the settings under {@code reviews}. */
  @ConfigurationProperties("reviews")
  public record Reviews(
      String rate, @Nullable Double from, Duration expire, Duration grace, int reviewers) {

    /** Which faces are near enough for people to look at both; {@code null}: none. */
    @Nullable DuplicateRule nearness(Riders riders) {
      if (SettingRules.isOff(rate)) {
        return null;
      }
      if (riders.duplicateSimilarity() == null) {
        return valid("reviews.rate", () -> new DuplicateRule.FalseAlarms(Double.parseDouble(rate)));
      }
      Double least = from;
      return least == null
          ? null
          : valid("reviews.from", () -> new DuplicateRule.FixedSimilarity(least));
    }

    ReviewSettings settings(AccessMode access) {
      if (reviewers > 1 && access == AccessMode.DEMO) {
        throw new ConfigurationException(
            "reviews.reviewers is 1 where access is demo, for nobody is told from another there");
      }
      return valid("reviews", () -> new ReviewSettings(expire, grace, reviewers));
    }
  }

  /** Holds the settings under {@code retention}. */
  @ConfigurationProperties("retention")
  public record Retention(
      Duration refusedPhotos,
      Duration executions,
      Duration mail,
      Duration cases,
      String inactiveRiders) {
    RetentionSettings settings() {
      return valid(
          "retention",
          () -> new RetentionSettings(refusedPhotos, executions, mail, cases, inactive()));
    }

    /** To YAML, off is false. */
    private @Nullable Duration inactive() {
      return SettingRules.isOff(inactiveRiders)
          ? null
          : Duration.ofDays(Long.parseLong(inactiveRiders.replaceFirst("d$", "")));
    }
  }

  /** Holds the settings under {@code drinks}. */
  @ConfigurationProperties("drinks")
  record Drinks(
      String photoBucket, String thumbnailBucket, Duration uploadExpiry, Duration linkExpiry) {
    DrinkSettings settings() {
      return valid(
          "drinks",
          () -> new DrinkSettings(photoBucket, thumbnailBucket, uploadExpiry, linkExpiry));
    }
  }

  /** Holds the settings under {@code extraction}. */
  @ConfigurationProperties("extraction")
  record Extraction(
      String inputBucket,
      String outputBucket,
      double minConfidence,
      double padding,
      @Nullable Integer limit) {

    Extraction {
      PhotoRef _ = valid("extraction.input-bucket", () -> new PhotoRef(inputBucket, "any"));
      PhotoRef _ = valid("extraction.output-bucket", () -> new PhotoRef(outputBucket, "any"));
      if (inputBucket.equals(outputBucket)) {
        throw new ConfigurationException(
            "extraction.output-bucket: faces would be cut out of faces without end");
      }
    }

    ExtractionOptions options() {
      return valid("extraction", () -> new ExtractionOptions(minConfidence, padding, limit));
    }
  }

  /** Holds the settings under {@code gallery}. */
  @ConfigurationProperties("gallery")
  record Gallery(
      String collection,
      String bucket,
      double matchThreshold,
      int maxFaces,
      QualityFilter qualityFilter,
      Duration lease) {
    CollectionId collectionId() {
      return valid("gallery.collection", () -> new CollectionId(collection));
    }

    /**
     * Makes the settings of the gallery.
     *
     * @param lease after which a change that was begun is taken for dead
     */
    GallerySettings settings(Duration lease) {
      return valid(
          "gallery",
          () -> new GallerySettings(bucket, matchThreshold, maxFaces, qualityFilter, lease));
    }
  }

  /** Holds the settings under {@code events}. */
  @ConfigurationProperties("events")
  record Events(int attempts, Duration delay, int concurrent) {
    Events {
      if (concurrent < 1) {
        throw new ConfigurationException("events.concurrent is at least 1");
      }
    }

    EventSettings settings() {
      return valid("events", () -> new EventSettings(attempts, delay));
    }
  }

  /** Holds the settings under {@code webhooks}. */
  @ConfigurationProperties("webhooks")
  record Hooks(
      @Nullable String url,
      @Nullable String secret,
      boolean allowPrivate,
      String eventBus,
      int attempts,
      Duration delay) {
    EventSettings settings() {
      return valid("webhooks", () -> new EventSettings(attempts, delay));
    }

    @Override
    public String toString() {
      return "Hooks[]"; // neither the secret, nor what an address may have in it
    }
  }

  /** Holds the settings under {@code cors}. */
  @ConfigurationProperties("cors")
  record Cors(@Nullable List<String> origins) {
    Set<String> allowed() {
      return origins == null
          ? Set.of()
          : origins.stream()
              .map(String::strip)
              .filter(origin -> !origin.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Holds the settings under {@code keys}. */
  @ConfigurationProperties("keys")
  record Keys(int burst, int perSecond, int perDay) {
    KeyLimits.Rules rules() {
      return valid("keys", () -> new KeyLimits.Rules(burst, perSecond, perDay));
    }
  }

  /** Holds the settings under {@code quotas}. */
  @ConfigurationProperties("quotas")
  record Quota(
      long photosPerRiderHour,
      long ticketsPerCallerHour,
      @ReadableBytes long bytesPerCallerDay,
      long mailsPerRiderDay) {
    Quotas.Rules rules() {
      return valid(
          "quotas",
          () ->
              new Quotas.Rules(
                  photosPerRiderHour, ticketsPerCallerHour, bytesPerCallerDay, mailsPerRiderDay));
    }
  }

  /** Holds the settings under {@code notifications}. */
  @ConfigurationProperties("notifications")
  record Notifications(@Nullable String defaultTo, String sender) {
    Notifications {
      EmailAddress _ = valid("notifications.sender", () -> new EmailAddress(sender));
    }

    @Nullable EmailAddress address() {
      return defaultTo == null || defaultTo.isBlank()
          ? null
          : valid("notifications.default-to", () -> new EmailAddress(defaultTo));
    }
  }

  /** Holds the settings under {@code mail.smtp}. */
  @ConfigurationProperties("mail.smtp")
  record Smtp(
      @Nullable String host,
      @Nullable Integer port,
      String tls,
      @Nullable String user,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Smtp[" + host + "]"; // without the password
    }
  }

  /** Holds the settings under {@code retries}. */
  @ConfigurationProperties("retries")
  record Retrying(int attempts, Duration delay) {
    Retrying {
      if (attempts < 1 || !delay.isPositive()) {
        throw new ConfigurationException("retries.attempts is at least 1, retries.delay above 0");
      }
    }
  }

  /** Holds the settings under {@code limits}. */
  @ConfigurationProperties("limits")
  record Limits(
      int concurrentExecutions,
      int waitingExecutions,
      @ReadableBytes long pictureMemory,
      Duration receiveTime,
      @ReadableBytes int receiveRate,
      int bodies,
      int bodiesPerCaller) {
    Limits {
      if (concurrentExecutions < 1 || waitingExecutions < 1) {
        throw new ConfigurationException(
            "limits.concurrent-executions and limits.waiting-executions are at least 1");
      }
    }

    QueueSettings queue() {
      return new QueueSettings(
          concurrentExecutions, waitingExecutions, QueueSettings.DEFAULT.perRider());
    }

    IntakeRules intake() {
      return valid(
          "limits", () -> new IntakeRules(receiveTime, receiveRate, bodies, bodiesPerCaller));
    }
  }

  /** Holds the settings under {@code rekognition}. */
  @ConfigurationProperties("rekognition")
  record RekognitionEndpoint(
      String region, String account, @Nullable String accessKeys, double requestsPerSecond) {
    static final String ACCESS_KEYS = "rekognition.access-keys";

    Rekognition.Names names() {
      return valid("rekognition", () -> new Rekognition.Names(region, account));
    }

    /** Checks the signatures of the keys' holders: nothing between two commas is no key. */
    SignatureCheck signatures(InstantSource clock) {
      List<String> given = accessKeys == null ? List.of() : List.of(accessKeys.split(",", -1));
      AccessKeys keys = valid(ACCESS_KEYS, () -> AccessKeys.of(given));
      return new SignatureCheck(keys, Rekognition.SERVICE, clock);
    }

    RequestRate rate(InstantSource clock) {
      return valid(
          "rekognition.requests-per-second", () -> new RequestRate(requestsPerSecond, clock));
    }

    @Override
    public String toString() {
      return "RekognitionEndpoint[" + region + "]"; // without the secrets
    }
  }

  /** Holds the settings under {@code aws}. */
  @ConfigurationProperties("aws")
  record Aws(
      String queue,
      String deadLetterQueue,
      String secret,
      String receiptKeys,
      boolean pathStyle,
      @Nullable String faceModel,
      @Nullable String stateMachine) {}

  /** Holds the settings under {@code receipts}. */
  @ConfigurationProperties("receipts")
  record Receipts(@Nullable Duration backupsKept) {}

  /** Holds the settings under {@code aws.tables}. */
  @ConfigurationProperties("aws.tables")
  record AwsTables(
      String riders,
      String drinks,
      String executions,
      String faces,
      String claims,
      String keys,
      String revokedLinks,
      String liveCollections,
      String faceCounterparts,
      String galleryPhotos,
      String galleryFaces,
      String galleryDistinctions,
      String migrations,
      String migrationFaces,
      String reviews,
      String audit,
      String announcements) {}

  /** Holds the settings under {@code aws.executions}. */
  @ConfigurationProperties("aws.executions")
  record AwsExecutions(Duration lease) {
    AwsExecutions {
      if (lease.toSeconds() < 1) {
        throw new ConfigurationException("aws.executions.lease is at least 1s");
      }
    }
  }

  /** The value, unless it refuses what the setting says. */
  static <T> T valid(String setting, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException refused) {
      throw new ConfigurationException(setting + ": " + refused.getMessage(), refused);
    }
  }
}
