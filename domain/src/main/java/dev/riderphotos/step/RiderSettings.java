package dev.riderphotos.step;

import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about verifications.
 *
 * @param photoBucket where riders' photos are kept
 * @param thumbnailBucket where their thumbnails are kept
 * @param quality what a dark, blurred or otherwise poor photo leads to
 * @param minEyeDistance where quality is {@link Quality#REJECT}, eyes that are fewer pixels apart
 *     are a refusal; 0: they are not, however near they are
 * @param newFace what a verified rider's photo with another, unknown face leads to
 * @param ownFaceSimilarity how like the face of a rider's profile one must be to be the rider's
 *     own, above 0, at most 100
 * @param notifyDefault who gets word of refusals that name no address; {@code null}: {@code
 *     {riderId}@localhost}
 * @param language of riders who are not known to speak another
 */
public record RiderSettings(
    String photoBucket,
    String thumbnailBucket,
    Quality quality,
    double minEyeDistance,
    NewFace newFace,
    double ownFaceSimilarity,
    @Nullable EmailAddress notifyDefault,
    Language language) {

  /** The product is shipped with these settings. */
  public static final RiderSettings DEFAULT =
      new RiderSettings(
          "rider-photos",
          "rider-thumbnails",
          Quality.ADVISE,
          0,
          NewFace.REVIEW,
          DuplicateRule.REFERENCE_SIMILARITY,
          null,
          Language.ENGLISH);

  public RiderSettings {
    if (!(ownFaceSimilarity > 0 && ownFaceSimilarity <= 100)) {
      throw new IllegalArgumentException(
          "A rider's own face has a similarity above 0, at most 100");
    }
  }

  /** What a poor photo leads to. */
  public enum Quality {
    ADVISE,
    REJECT
  }

  /** What another face of a verified rider leads to. */
  public enum NewFace {
    /** It is refused, and an operator looks at it. */
    REVIEW,
    /** It takes the place of the earlier, as in the reference. */
    REPLACE,
    REFUSE
  }

  /** The same settings, with which another face leads to this. */
  public RiderSettings with(NewFace other) {
    return new RiderSettings(
        photoBucket,
        thumbnailBucket,
        quality,
        minEyeDistance,
        other,
        ownFaceSimilarity,
        notifyDefault,
        language);
  }

  /** Where word to the rider goes when the submission does not say. */
  public EmailAddress addressOf(RiderId rider) {
    if (notifyDefault != null) {
      return notifyDefault;
    }
    String plain = rider.value().replaceAll("[^\\p{Alnum}._+-]", "_");
    String mailbox = plain.replaceAll("^\\.|\\.$|(?<=\\.)\\.", "_"); // dots stand alone, within
    return new EmailAddress(mailbox + "@localhost");
  }
}
