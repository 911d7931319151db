package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes back that a face was deleted: it is indexed again from its photo, as long as that is there,
 * under a new id. Other faces of the photo that were deleted stay so.
 */
public final class RestoreFace {
  private static final double SAME_PLACE = 0.5;

  private final PhotoTurns turns;
  private final GalleryPhotos gallery;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final GalleryFaces faces;

  public RestoreFace(
      PhotoTurns turns,
      GalleryPhotos gallery,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCollections collections,
      GallerySettings settings) {
    this.turns = turns;
    this.gallery = gallery;
    this.photos = photos;
    this.opener = opener;
    this.faces = new GalleryFaces(collections, settings);
  }

  /** The face as it is now; empty if it was not deleted, or its photo is gone or replaced. */
  public Optional<FaceRecord> restore(FaceId id) {
    return gallery.faces(List.of(id)).stream()
        .filter(FaceRecord::deleted)
        .findFirst()
        .flatMap(face -> turns.take(face.name(), turn -> restore(turn, id)));
  }

  private Optional<FaceRecord> restore(Turn turn, FaceId id) {
    return turn.present()
        .flatMap(photo -> photo.face(id))
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
    List<IndexedFace> indexed =
        faces.index(photo.name(), new FaceImage(picture, turn.ref())).indexed().stream()
            .map(Indexed::face)
            .toList();
    Optional<FaceRecord> restored = sameFace(indexed, deleted).map(deleted::restoredAs);
    Function<FaceRecord, FaceRecord> now =
        face -> face.equals(deleted) ? restored.orElse(face) : face;
    List<FaceId> found =
        Stream.concat(indexed.stream().map(IndexedFace::id), faces.strays(turn).stream()).toList();
    GalleryPhoto _ =
        turn.write(photo.with(photo.content(), photo.faces().stream().map(now).toList(), found));
    faces.tidy(turn);
    return restored;
  }

  private static Optional<IndexedFace> sameFace(List<IndexedFace> indexed, FaceRecord deleted) {
    Comparator<IndexedFace> byPlace =
        Comparator.comparingDouble(face -> face.box().intersectionOverUnion(deleted.face().box()));
    return indexed.stream()
        .max(byPlace)
        .filter(face -> face.box().intersectionOverUnion(deleted.face().box()) > SAME_PLACE);
  }
}
