package dev.riderphotos.lambda;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.aws.dynamodb.AnnouncementTable;
import dev.riderphotos.aws.dynamodb.GalleryTables;
import dev.riderphotos.aws.rekognition.FaceTables;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.language.Language;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.review.ReviewSettings;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.step.RiderSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@code serve}, by the same names, as variables of the environment: {@code
 * riders.photo-bucket} is {@code RIDERS_PHOTO_BUCKET}. What is not set has the default that
 * docs/settings.md tells.
 */
record FunctionSettings(Map<String, String> variables) {
  static FunctionSettings ofThisFunction() {
    return new FunctionSettings(System.getenv());
  }

  /** The setting of this name, or the other value where it is not set. */
  String text(String setting, String otherwise) {
    String value = variables.get(nameOf(setting));
    return value == null || value.isBlank() ? otherwise : value;
  }

  private @Nullable String textOrNull(String setting) {
    String value = text(setting, "");
    return value.isEmpty() ? null : value;
  }

  private double number(String setting, double otherwise) {
    return Double.parseDouble(text(setting, String.valueOf(otherwise)));
  }

  /** How the environment calls a setting. */
  static String nameOf(String setting) {
    return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  String table(String name) {
    return text("aws.tables." + name, "rider-photos-" + name);
  }

  FaceTables faceTables() {
    return new FaceTables(table("faces"), table("claims"));
  }

  /** Functions write down what is to be told, and a server tells it. */
  AnnouncementTable announcements() {
    boolean announced = Boolean.parseBoolean(text("webhooks.announce", "false"));
    return new AnnouncementTable(
        announced ? Announcing.ALL : Announcing.NOTHING, table("announcements"));
  }

  GalleryTables galleryTables() {
    return new GalleryTables(
        table("gallery-photos"), table("gallery-faces"), table("gallery-distinctions"));
  }

  CollectionId riders() {
    return new CollectionId(text("faces.collection", "rider-photos"));
  }

  CollectionId gallery() {
    return new CollectionId(text("gallery.collection", "gallery"));
  }

  @Nullable String faceModel() {
    return textOrNull("aws.face-model");
  }

  RetentionSettings retention() {
    String inactive = text("retention.inactive-riders", "off");
    return new RetentionSettings(
        duration("retention.refused-photos", "30d"),
        duration("retention.executions", "90d"),
        duration("retention.mail", "30d"),
        duration("retention.cases", "90d"),
        inactive.equalsIgnoreCase("off") ? null : duration("retention.inactive-riders", inactive));
  }

  Duration lease() {
    return duration("aws.executions.lease", "30s");
  }

  Duration duration(String setting, String otherwise) {
    String value = text(setting, otherwise);
    return value.endsWith("d")
        ? Duration.ofDays(Long.parseLong(value.substring(0, value.length() - 1)))
        : Duration.parse("PT" + value);
  }

  DuplicateRule duplicates() {
    String fixed = textOrNull("riders.duplicate-similarity");
    return fixed == null
        ? new DuplicateRule.FalseAlarms(number("riders.duplicate-false-alarm", 0.01))
        : new DuplicateRule.FixedSimilarity(Double.parseDouble(fixed));
  }

  /** Which faces are near enough for people to look at both; {@code null}: none. */
  @Nullable DuplicateRule nearness() {
    String rate = text("reviews.rate", "0.05");
    if (rate.equalsIgnoreCase("off")) {
      return null;
    }
    if (textOrNull("riders.duplicate-similarity") == null) {
      return new DuplicateRule.FalseAlarms(Double.parseDouble(rate));
    }
    String from = textOrNull("reviews.from");
    return from == null ? null : new DuplicateRule.FixedSimilarity(Double.parseDouble(from));
  }

  ReviewSettings reviews() {
    return new ReviewSettings(
        duration("reviews.expire", "60d"),
        ReviewSettings.DEFAULT.grace(),
        ReviewSettings.DEFAULT.reviewers());
  }

  RiderSettings riderSettings() {
    return new RiderSettings(
        text("riders.photo-bucket", RiderSettings.DEFAULT.photoBucket()),
        text("riders.thumbnail-bucket", RiderSettings.DEFAULT.thumbnailBucket()),
        RiderSettings.Quality.valueOf(text("riders.quality", "advise").toUpperCase(Locale.ROOT)),
        number("riders.min-eye-distance", 0),
        RiderSettings.NewFace.valueOf(text("riders.new-face", "review").toUpperCase(Locale.ROOT)),
        number("riders.own-face-similarity", RiderSettings.DEFAULT.ownFaceSimilarity()),
        Optional.ofNullable(textOrNull("notifications.default-to"))
            .map(EmailAddress::new)
            .orElse(null),
        Language.of(text("riders.language", "en")).orElse(Language.ENGLISH));
  }

  String sender() {
    return text("notifications.sender", "rider-photos@example.com");
  }

  /** Who answers questions, and where the page is at which a rider tries again. */
  Footer footer() {
    return new Footer(textOrNull("public-url"), contact().reach().orElse(null));
  }

  private Contact contact() {
    return new Contact(
        textOrNull("contact.name"),
        textOrNull("contact.email"),
        textOrNull("contact.url"),
        textOrNull("privacy-url"));
  }

  /** Of an operator's own texts, which are files of the server's, the versions are told. */
  Consents consents() {
    Asked asked = Asked.valueOf(text("riders.consent", "page").toUpperCase(Locale.ROOT));
    String versions = textOrNull("riders.consent-versions");
    if (versions == null) {
      return new Consents(asked, Consents.shipped(retention().terms(), contact()));
    }
    Map<String, Language> read = new HashMap<>();
    for (String version : versions.split("\\s*,\\s*", -1)) {
      String[] parts = version.strip().split(":", -1);
      read.put(parts[0], Language.of(parts[parts.length - 1]).orElse(Language.ENGLISH));
    }
    return new Consents(asked, read);
  }

  ExtractionOptions extraction() {
    String limit = textOrNull("extraction.limit");
    return new ExtractionOptions(
        number("extraction.min-confidence", 80),
        number("extraction.padding", 0),
        limit == null ? null : Integer.valueOf(limit));
  }
}
