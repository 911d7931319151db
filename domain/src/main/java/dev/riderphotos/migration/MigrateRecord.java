package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Optional;

/**
 * Indexes all faces of a photo in the new collection, and says which of them are those that were
 * provided. May be repeated: with an external image id it finds the same faces, without one it may
 * add them again, and what no row names is swept later.
 */
public final class MigrateRecord {
  static final String ABSENT = "S3 validation failed: Object does not exist";
  static final String EMPTY = "S3 validation failed: Object has zero bytes";

  private final FaceCollections collections;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final Pace pace;

  public MigrateRecord(
      FaceCollections collections, PhotoStore photos, PhotoOpener opener, Pace pace) {
    this.collections = collections;
    this.photos = photos;
    this.opener = opener;
    this.pace = pace;
  }

  /**
   * What became of a record.
   *
   * @param rows one for each of its faces
   * @param newFaces faces in the new collection that nobody provided
   */
  public record Result(List<FaceRow> rows, List<IndexedFace> newFaces) {
    public Result {
      rows = List.copyOf(rows);
      newFaces = List.copyOf(newFaces);
    }
  }

  /**
   * Waits for its turn before it calls the collection.
   *
   * @throws dev.riderphotos.BackendException if something fails that is not to do with the photo;
   *     then nothing is known of the record
   */
  public Result migrate(ImageRecord record, CollectionId to, MigrationOptions options) {
    Optional<Photo> photo = photos.get(record.photo());
    if (photo.isEmpty()) {
      return all(record, Outcome.REJECTED, ABSENT);
    }
    if (photo.get().size() == 0) {
      return all(record, Outcome.REJECTED, EMPTY);
    }
    return switch (opener.open(photo.get())) {
      case Opened.Unacceptable(PhotoProblem problem, _) ->
          all(record, Outcome.FAILED, "The photo cannot be indexed: " + problem.name());
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield matched(record, index(record, picture, to, options), options);
        }
      }
    };
  }

  /** The faces that would be found in the photo; none where it is not there or cannot be opened. */
  List<IndexedFace> see(ImageRecord record, CollectionId to, MigrationOptions options) {
    return photos
        .get(record.photo())
        .filter(photo -> photo.size() > 0)
        .map(opener::open)
        .map(
            opened ->
                switch (opened) {
                  case Opened.Unacceptable _ -> List.<IndexedFace>of();
                  case Opened.Decoded(Picture picture) -> {
                    try (picture) {
                      yield new FacesInPhoto(collections)
                          .find(picture, record, to, options.filter());
                    }
                  }
                })
        .orElse(List.of());
  }

  private Indexing index(
      ImageRecord record, Picture picture, CollectionId to, MigrationOptions options) {
    FaceImage image = new FaceImage(picture, record.photo());
    NewFaces faces =
        new NewFaces(image, record.externalImageId(), NewFaces.ALL, options.filter(), true);
    pace.await();
    return collections.index(to, faces).orElseThrow(() -> new NoSuchCollectionException(to));
  }

  private static Result matched(ImageRecord record, Indexing indexing, MigrationOptions options) {
    List<IndexedFace> found = indexing.indexed().stream().map(Indexing.Indexed::face).toList();
    Matching matching = new Matching(record, found, options.iou());
    return new Result(matching.rows(), matching.newFaces());
  }

  static Result all(ImageRecord record, Outcome outcome, String reason) {
    return new Result(
        record.faces().stream()
            .map(face -> FaceRow.of(face, record, outcome, reason, null))
            .toList(),
        List.of());
  }
}
