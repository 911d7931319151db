package dev.riderphotos.gallery;

import dev.riderphotos.gallery.PhotoTurns.Turn;
import dev.riderphotos.photo.PhotoStore;
import java.util.Optional;

/**
 * Deletes a photo and all that is known of it, for good. The photo goes first: from then on {@link
 * FinishPhoto} ends what was cut short. The row goes last, and is marked as being changed until
 * then.
 */
public final class DeletePhoto {
  private final PhotoTurns turns;
  private final PhotoStore photos;
  private final GalleryFaces faces;
  private final Distinctions distinctions;

  public DeletePhoto(
      PhotoTurns turns, PhotoStore photos, GalleryFaces faces, Distinctions distinctions) {
    this.turns = turns;
    this.photos = photos;
    this.faces = faces;
    this.distinctions = distinctions;
  }

  /** The photo as it was; empty if there is none of this name. */
  public Optional<GalleryPhoto> delete(PhotoName name) {
    return turns.take(name, turn -> turn.present().map(photo -> delete(turn, photo)));
  }

  private GalleryPhoto delete(Turn turn, GalleryPhoto photo) {
    GalleryPhoto begun = turn.begin(PhotoMetadata.NONE);
    photos.delete(turn.ref());
    photo.faces().forEach(face -> distinctions.forget(face.appearance()));
    faces.erase(turn, begun);
    return photo;
  }
}
