package dev.riderphotos.gallery;

import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The gallery's collection, which is made when it is first needed. */
final class GalleryFaces {
  private static final int PAGE = 1000;

  private final FaceCollections collections;
  private final GallerySettings settings;

  GalleryFaces(FaceCollections collections, GallerySettings settings) {
    this.collections = collections;
    this.settings = settings;
  }

  Indexing index(PhotoName name, FaceImage image) {
    NewFaces faces =
        new NewFaces(image, name.externalImageId(), settings.maxFaces(), settings.filter());
    return made(() -> collections.index(settings.collection(), faces));
  }

  /**
   * What a change that came to no end may have left in the collection, among the rest of the
   * photo's faces. Ids are the collection's to give, so that all of it has to be looked at.
   */
  List<FaceId> strays(Turn turn) {
    return turn.torn() ? facesOf(new PhotoName(turn.ref().key())) : List.of();
  }

  private List<FaceId> facesOf(PhotoName name) {
    ExternalImageId wanted = name.externalImageId();
    List<FaceId> found = new ArrayList<>();
    Cursor next = null;
    do {
      Cursor after = next;
      FacePage page = made(() -> collections.faces(settings.collection(), after, PAGE));
      page.faces().stream()
          .filter(face -> wanted.equals(face.externalImageId()))
          .map(IndexedFace::id)
          .forEach(found::add);
      next = page.next();
    } while (next != null);
    return found;
  }

  /** Deletes what is left over, and says so in the record. */
  void tidy(Turn turn) {
    GalleryPhoto photo = turn.present().orElseThrow();
    if (!photo.leftovers().isEmpty()) {
      delete(photo.leftovers());
      GalleryPhoto _ = turn.write(photo.tidied());
    }
  }

  /** Deletes the faces of a photo that is gone, and at last its record. */
  void erase(Turn turn, GalleryPhoto photo) {
    GalleryPhoto _ = turn.write(photo.emptied(strays(turn)));
    tidy(turn);
    turn.delete();
  }

  List<FaceId> delete(List<FaceId> faces) {
    return made(() -> collections.deleteFaces(settings.collection(), faces));
  }

  <T> T made(Supplier<Optional<T>> work) {
    return work.get()
        .or(
            () -> {
              Optional<Summary> _ = collections.create(settings.collection());
              return work.get();
            })
        .orElseThrow();
  }
}
