package dev.riderphotos.drink;

import dev.riderphotos.Conflict;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a picture that has arrived into the catalogue: thumbnails first, then the row, which is the
 * commit, then away with an earlier picture under another key, which the row remembers until it is
 * gone. So every delivery may be repeated, and events may come in any order.
 */
public final class RecordDrinkPhoto {
  /** Of so many that were discarded last it is known why. */
  private static final int REMEMBERED = 100;

  private final DrinkPhotos catalogue;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final Thumbnailer thumbnailer;
  private final DrinkFiles pictures;

  /**
   * An event may come before whoever uploaded asks what became of it; they are to hear why, too.
   */
  private final SequencedMap<PhotoRef, PhotoProblem> discarded = new LinkedHashMap<>();

  public RecordDrinkPhoto(
      DrinkPhotos catalogue,
      PhotoStore photos,
      PhotoOpener opener,
      Thumbnailer thumbnailer,
      DrinkSettings settings) {
    this.catalogue = catalogue;
    this.photos = photos;
    this.opener = opener;
    this.thumbnailer = thumbnailer;
    this.pictures = new DrinkFiles(photos, settings);
  }

  public Recording record(ObjectCreated event) {
    return record(event.ref(), event.at());
  }

  /** Takes in the picture that was in its place at this time. */
  Recording record(PhotoRef ref, Instant at) {
    return Drink.ofKey(ref.key())
        .map(drink -> record(drink, ref, at))
        .orElseGet(Recording.NoDrink::new);
  }

  private Recording record(Drink drink, PhotoRef ref, Instant at) {
    DrinkPhoto present = catalogue.find(drink).map(this::tidy).orElse(null);
    if (present != null && !at.isAfter(present.updatedAt())) {
      return overtaken(present, ref);
    }
    Optional<Photo> photo = photos.get(ref);
    if (photo.isEmpty()) {
      return absent(ref);
    }
    return switch (opener.open(photo.get(), DrinkFiles.ENOUGH)) {
      case Opened.Decoded(Picture picture) -> {
        forget(ref);
        try (picture) {
          yield record(drink, ref, at, picture);
        }
      }
      case Opened.Unacceptable(PhotoProblem problem, _) -> discard(ref, present, problem);
    };
  }

  /** The row is of this arrival, or of one after it: then only the later picture is to stay. */
  private Recording overtaken(DrinkPhoto present, PhotoRef ref) {
    if (!present.photo().equals(ref)) {
      pictures.delete(ref);
    }
    return new Recording.Recorded(present);
  }

  /** Takes in a picture that is in the store and open already. */
  Recording record(Drink drink, PhotoRef ref, Instant at, Picture picture) {
    pictures.makeThumbnails(thumbnailer, ref, picture);
    DrinkPhoto present = catalogue.find(drink).map(this::tidy).orElse(null);
    PhotoRef replaced = present == null || present.photo().equals(ref) ? null : present.photo();
    DrinkPhoto next = new DrinkPhoto(drink, ref, at, replaced);
    write(present, next);
    return new Recording.Recorded(tidy(next));
  }

  private Recording discard(PhotoRef ref, @Nullable DrinkPhoto present, PhotoProblem problem) {
    remember(ref, problem);
    pictures.delete(ref);
    if (present != null && present.photo().equals(ref)) {
      catalogue.delete(present); // what it showed was overwritten
    }
    return new Recording.Unusable(problem);
  }

  private synchronized void remember(PhotoRef ref, PhotoProblem problem) {
    discarded.putLast(ref, problem);
    if (discarded.size() > REMEMBERED) {
      discarded.pollFirstEntry();
    }
  }

  private synchronized void forget(PhotoRef ref) {
    discarded.remove(ref);
  }

  private synchronized Recording absent(PhotoRef ref) {
    PhotoProblem problem = discarded.get(ref);
    return problem == null ? new Recording.Gone() : new Recording.Unusable(problem);
  }

  private DrinkPhoto tidy(DrinkPhoto row) {
    if (row.replaced() == null) {
      return row;
    }
    pictures.delete(row.replaced());
    write(row, row.tidied());
    return row.tidied();
  }

  private void write(@Nullable DrinkPhoto present, DrinkPhoto next) {
    if (!catalogue.replace(present, next).equals(Optional.of(next))) {
      throw new Conflict("record the drink");
    }
  }
}
