package dev.riderphotos.step;

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
    @Nullable EmailAddress notifyDefault,
    Language language) {

  /** The product is shipped with these settings. */
  public static final RiderSettings DEFAULT =
      new RiderSettings(
          "rider-photos", "rider-thumbnails", Quality.ADVISE, 0, NewFace.REPLACE, null);

  /** Those of English. */
  public RiderSettings(
      String photoBucket,
      String thumbnailBucket,
      Quality quality,
      double minEyeDistance,
      NewFace newFace,
      @Nullable EmailAddress notifyDefault) {
    this(
        photoBucket,
        thumbnailBucket,
        quality,
        minEyeDistance,
        newFace,
        notifyDefault,
        Language.ENGLISH);
  }

  /** What a poor photo leads to. */
  public enum Quality {
    ADVISE,
    REJECT
  }

  /** What another face of a verified rider leads to. */
  public enum NewFace {
    /** It takes the place of the earlier, as in the reference. */
    REPLACE,
    REFUSE
  }

  /** Where word to the rider goes when the submission does not say. */
  EmailAddress addressOf(RiderId rider) {
    if (notifyDefault != null) {
      return notifyDefault;
    }
    String plain = rider.value().replaceAll("[^\\p{Alnum}._+-]", "_");
    String mailbox = plain.replaceAll("^\\.|\\.$|(?<=\\.)\\.", "_"); // dots stand alone, within
    return new EmailAddress(mailbox + "@localhost");
  }
}
