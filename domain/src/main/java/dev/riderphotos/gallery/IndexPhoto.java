package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.gallery.GalleryFaces.Added;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a photo into the gallery, in place of one of the same name.
 *
 * <p>The photo is marked as being changed, then stored, then its faces are indexed, then what was
 * said of those that are no more is forgotten, then the records are written, which is the commit,
 * and then the faces that were replaced are deleted. Where this is cut short, the mark or the list
 * of leftovers stays: the next photo of the name, or {@link FinishPhoto}, then looks for whatever
 * faces are in the collection without a record, and deletes them. The same photo again finds its
 * faces there and changes nothing.
 */
public final class IndexPhoto {
  private final PhotoTurns turns;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final GalleryFaces faces;
  private final Distinctions distinctions;

  public IndexPhoto(
      PhotoTurns turns,
      PhotoStore photos,
      PhotoOpener opener,
      GalleryFaces faces,
      Distinctions distinctions) {
    this.turns = turns;
    this.photos = photos;
    this.opener = opener;
    this.faces = faces;
    this.distinctions = distinctions;
  }

  /** All faces are found by searches that begin after this returned. */
  public PhotoIndexing index(PhotoName name, Photo photo, PhotoMetadata metadata) {
    return turns.take(name, turn -> index(turn, photo, metadata));
  }

  PhotoIndexing index(Turn turn, Photo photo, PhotoMetadata metadata) {
    return switch (opener.open(photo)) {
      case Opened.Unacceptable(PhotoProblem problem, _) -> new PhotoIndexing.Refused(problem);
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield index(turn, photo, picture, metadata);
        }
      }
    };
  }

  private PhotoIndexing index(Turn turn, Photo photo, Picture picture, PhotoMetadata metadata) {
    GalleryPhoto before = turn.begin(metadata);
    photos.put(turn.ref(), photo);
    FaceImage image = new FaceImage(picture, turn.ref());
    Added added = faces.index(before.name(), image);
    PhotoDigest content = PhotoDigest.of(photo);
    List<FaceRecord> records =
        added.faces().stream()
            .map(face -> before.whereItWas(content, face))
            .map(face -> new FaceRecord(face, turn.ref(), content, metadata, null))
            .toList();
    forget(before, records);
    GalleryPhoto after = turn.write(before.with(content, records, faces.strays(turn)));
    faces.tidy(turn);
    faces.follow(added, records.stream().map(FaceRecord::id).toList(), after.name(), image);
    Indexing indexing = added.indexing();
    return new PhotoIndexing.Indexed(after, indexing.modelVersion(), indexing.unindexed());
  }

  /** Forgets what was said of faces that are no more: while their records still tell of them. */
  void forget(GalleryPhoto before, List<FaceRecord> after) {
    Set<Appearance> still = after.stream().map(FaceRecord::appearance).collect(Collectors.toSet());
    before.faces().stream()
        .map(FaceRecord::appearance)
        .filter(face -> !still.contains(face))
        .forEach(distinctions::forget);
  }
}
