package dev.riderphotos.gallery;

import dev.riderphotos.gallery.GalleryPhoto.Attempt;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.util.List;

/**
 * Brings a change to an end that was cut short: what is stored decides. If it is the photo whose
 * records there are, they stand, and faces without one are deleted; if it is another, it is
 * indexed; if there is none, everything else goes too.
 */
public final class FinishPhoto {
  private final PhotoTurns turns;
  private final PhotoStore photos;
  private final IndexPhoto indexing;
  private final GalleryFaces faces;

  public FinishPhoto(PhotoTurns turns, PhotoStore photos, IndexPhoto indexing, GalleryFaces faces) {
    this.turns = turns;
    this.photos = photos;
    this.indexing = indexing;
    this.faces = faces;
  }

  /** Harmless when there is nothing to do. */
  public void finish(PhotoName name) {
    turns.take(
        name,
        turn -> {
          turn.present().filter(photo -> !photo.finished()).ifPresent(photo -> finish(turn, photo));
          return name;
        });
  }

  private void finish(Turn turn, GalleryPhoto photo) {
    Attempt attempt = photo.attempt();
    if (attempt == null) {
      faces.tidy(turn);
      return;
    }
    PhotoRef ref = turn.ref();
    photos
        .get(ref)
        .ifPresentOrElse(stored -> settle(turn, photo, stored, attempt), () -> erase(turn, photo));
  }

  private void settle(Turn turn, GalleryPhoto photo, Photo stored, Attempt attempt) {
    if (PhotoDigest.of(stored).equals(photo.content())) {
      GalleryPhoto _ = turn.write(photo.with(photo.content(), photo.faces(), faces.strays(turn)));
      faces.tidy(turn);
    } else {
      PhotoIndexing _ = indexing.index(turn, stored, attempt.metadata());
    }
  }

  private void erase(Turn turn, GalleryPhoto photo) {
    indexing.forget(photo, List.of());
    faces.erase(turn, photo);
  }
}
