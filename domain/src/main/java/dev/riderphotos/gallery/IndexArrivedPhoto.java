package dev.riderphotos.gallery;

import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.gallery.GalleryPhoto.Attempt;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoStore;
import java.util.Optional;

/**
 * Takes a photo into the gallery that was put straight into its bucket. The event that {@link
 * IndexPhoto} itself causes finds the photo there and does nothing.
 */
public final class IndexArrivedPhoto {
  private final PhotoTurns turns;
  private final PhotoStore photos;
  private final IndexPhoto indexing;

  public IndexArrivedPhoto(PhotoTurns turns, PhotoStore photos, IndexPhoto indexing) {
    this.turns = turns;
    this.photos = photos;
    this.indexing = indexing;
  }

  /**
   * Indexes the photo; empty if its faces are in the gallery already, or the object is gone.
   *
   * @throws Undeliverable if its key cannot be the name of a photo, or it is no photo
   */
  public Optional<PhotoIndexing> index(ObjectCreated event) {
    PhotoName name = nameOf(event);
    Optional<PhotoIndexing> indexed = turns.take(name, turn -> index(turn, event));
    if (indexed.isPresent() && indexed.get() instanceof PhotoIndexing.Refused(var problem)) {
      throw refused(problem);
    }
    return indexed;
  }

  private Optional<PhotoIndexing> index(Turn turn, ObjectCreated event) {
    return photos
        .get(event.ref())
        .filter(photo -> !known(turn, photo))
        .map(photo -> indexing.index(turn, photo, metadata(turn)));
  }

  private static boolean known(Turn turn, Photo photo) {
    return turn.present()
        .filter(present -> present.attempt() == null)
        .filter(present -> PhotoDigest.of(photo).equals(present.content()))
        .isPresent();
  }

  /** Reads what a change that was cut short came with. */
  private static PhotoMetadata metadata(Turn turn) {
    return turn.present()
        .map(GalleryPhoto::attempt)
        .map(Attempt::metadata)
        .orElse(PhotoMetadata.NONE);
  }

  private static PhotoName nameOf(ObjectCreated event) {
    try {
      return new PhotoName(event.ref().key());
    } catch (IllegalArgumentException odd) {
      throw new Undeliverable("index the faces of a photo of such a name", odd);
    }
  }

  private static Undeliverable refused(PhotoProblem problem) {
    return new Undeliverable("index the faces of a photo that is " + problem);
  }
}
