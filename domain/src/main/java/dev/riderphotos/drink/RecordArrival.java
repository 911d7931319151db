package dev.riderphotos.drink;

import dev.riderphotos.Retries;
import dev.riderphotos.photo.PhotoRef;
import java.time.InstantSource;

/**
 * Takes an uploaded picture into the catalogue when whoever uploaded it asks for that, so that they
 * hear at once what becomes of it. The event of its arrival comes all the same, and finds it done.
 */
public final class RecordArrival {
  private final RecordDrinkPhoto recording;
  private final DrinkSettings settings;
  private final Retries retries;
  private final InstantSource clock;

  public RecordArrival(
      RecordDrinkPhoto recording, DrinkSettings settings, Retries retries, InstantSource clock) {
    this.recording = recording;
    this.settings = settings;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Records the object of this key in the bucket of pictures. May be repeated.
   *
   * @throws dev.riderphotos.Conflict if somebody else came first each time
   */
  public Recording record(String key) {
    PhotoRef ref = new PhotoRef(settings.photoBucket(), key);
    return retries.call(_ -> recording.record(ref, clock.instant()));
  }
}
