package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.GalleryFaces.Added;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes back that a face was deleted: it is indexed again from its photo, as long as that is there,
 * under a new id. Other faces of the photo that were deleted stay so.
 */
public final class RestoreFace {
  private final PhotoTurns turns;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final GalleryFaces faces;

  public RestoreFace(PhotoTurns turns, PhotoStore photos, PhotoOpener opener, GalleryFaces faces) {
    this.turns = turns;
    this.photos = photos;
    this.opener = opener;
    this.faces = faces;
  }

  /** The face as it is now; empty if it was not deleted, or its photo is gone or replaced. */
  public Optional<FaceRecord> restore(FaceId id) {
    return faces
        .record(id)
        .filter(FaceRecord::deleted)
        .flatMap(face -> turns.take(face.name(), turn -> restore(turn, id)));
  }

  private Optional<FaceRecord> restore(Turn turn, FaceId id) {
    return turn.present()
        .flatMap(photo -> photo.face(faces.names(id)))
        .filter(FaceRecord::deleted)
        .flatMap(
            deleted ->
                photos
                    .get(turn.ref())
                    .filter(stored -> PhotoDigest.of(stored).equals(deleted.content()))
                    .flatMap(stored -> restore(turn, deleted, stored)));
  }

  private Optional<FaceRecord> restore(Turn turn, FaceRecord deleted, Photo stored) {
    return switch (opener.open(stored)) {
      case Opened.Unacceptable _ -> Optional.empty();
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield restore(turn, deleted, picture);
        }
      }
    };
  }

  private Optional<FaceRecord> restore(Turn turn, FaceRecord deleted, Picture picture) {
    GalleryPhoto photo = turn.begin(deleted.metadata());
    FaceImage image = new FaceImage(picture, turn.ref());
    Added added = faces.index(photo.name(), image);
    List<IndexedFace> indexed = added.faces();
    Optional<FaceRecord> restored =
        SamePlace.of(deleted.face().box(), indexed).map(deleted::restoredAs);
    Function<FaceRecord, FaceRecord> now =
        face -> face.equals(deleted) ? restored.orElse(face) : face;
    List<FaceId> found =
        Stream.concat(indexed.stream().map(IndexedFace::id), faces.strays(turn).stream()).toList();
    GalleryPhoto after =
        turn.write(photo.with(photo.content(), photo.faces().stream().map(now).toList(), found));
    faces.tidy(turn);
    faces.follow(
        added, after.liveFaces().stream().map(FaceRecord::id).toList(), photo.name(), image);
    return restored;
  }
}
