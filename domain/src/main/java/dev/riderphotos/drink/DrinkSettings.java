package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoRef;
import java.time.Duration;

/**
 * What an operator decides about the catalogue.
 *
 * @param photoBucket where pictures are kept
 * @param thumbnailBucket where their small copies are kept
 * @param uploadValidity how long an upload ticket may be used
 * @param linkValidity how long a link shows a picture
 */
public record DrinkSettings(
    String photoBucket, String thumbnailBucket, Duration uploadValidity, Duration linkValidity) {
  /** The product is shipped with these settings. */
  public static final DrinkSettings DEFAULT =
      new DrinkSettings(
          "drink-photos", "drink-thumbnails", Duration.ofHours(1), Duration.ofHours(1));

  public DrinkSettings {
    if (!uploadValidity.isPositive() || !linkValidity.isPositive()) {
      throw new IllegalArgumentException("A ticket or link is valid for a while");
    }
  }

  /** Where the small copy of a picture is kept. */
  public PhotoRef thumbnailOf(PhotoRef photo, ThumbnailSize size) {
    return photo.sibling(thumbnailBucket, size.side() + "-");
  }
}
