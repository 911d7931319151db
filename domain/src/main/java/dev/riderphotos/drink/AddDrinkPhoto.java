package dev.riderphotos.drink;

import dev.riderphotos.Retries;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.time.InstantSource;

/**
 * Puts a picture that is at hand into store and catalogue at once. The event of its arrival finds
 * it recorded, or records it at the same moment: then it is tried again. Cut short, it may be
 * repeated.
 */
public final class AddDrinkPhoto {
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final RecordDrinkPhoto recording;
  private final DrinkSettings settings;
  private final Retries retries;
  private final InstantSource clock;

  public AddDrinkPhoto(
      PhotoStore photos,
      PhotoOpener opener,
      RecordDrinkPhoto recording,
      DrinkSettings settings,
      Retries retries,
      InstantSource clock) {
    this.photos = photos;
    this.opener = opener;
    this.recording = recording;
    this.settings = settings;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * A picture that cannot be shown changes nothing.
   *
   * @throws dev.riderphotos.Conflict if somebody else came first each time
   */
  public Recording add(Drink drink, Photo photo) {
    return retries.call(_ -> addOnce(drink, photo));
  }

  /** Opened for each try: between them, memory is for others. */
  private Recording addOnce(Drink drink, Photo photo) {
    return switch (opener.open(photo, DrinkFiles.ENOUGH)) {
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          PhotoRef ref = new PhotoRef(settings.photoBucket(), drink.key(picture.format()));
          photos.put(ref, photo);
          yield recording.record(drink, ref, clock.instant(), picture);
        }
      }
      case Opened.Unacceptable(PhotoProblem problem, _) -> new Recording.Unusable(problem);
    };
  }
}
