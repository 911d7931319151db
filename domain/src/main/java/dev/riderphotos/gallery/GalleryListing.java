package dev.riderphotos.gallery;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faces of the gallery, to be looked at. */
public final class GalleryListing {
  private final FaceCollections collections;
  private final GalleryPhotos gallery;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final FaceCropper cropper;
  private final GalleryFaces live;

  public GalleryListing(
      FaceCollections collections,
      GalleryPhotos gallery,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCropper cropper,
      GalleryFaces live) {
    this.collections = collections;
    this.gallery = gallery;
    this.photos = photos;
    this.opener = opener;
    this.cropper = cropper;
    this.live = live;
  }

  /**
   * A face of a collection.
   *
   * @param record {@code null} of one that did not come there by the gallery
   */
  public record GalleryFace(IndexedFace face, @Nullable FaceRecord record) {}

  /** Some faces, and where to go on, unless these were the last. */
  public record Page(String modelVersion, List<GalleryFace> faces, @Nullable Cursor next) {
    public Page {
      faces = List.copyOf(faces);
    }
  }

  /** How much there is. */
  public record Size(long photos, long faces, @Nullable String modelVersion) {}

  /** The gallery's own collection: the one that is live. */
  public CollectionId collection() {
    return live.collection();
  }

  /**
   * The faces of a collection, page by page, in the order in which {@link FaceCollections} lists
   * them; empty if there is no such collection. The gallery's own is there from the first. Who has
   * begun to turn pages goes on in the same collection, though another one has become live.
   */
  public Optional<Page> faces(CollectionId collection, @Nullable Cursor after, int limit) {
    PagePlace place = PagePlace.of(collection, after);
    Optional<Page> page =
        collections
            .faces(place.collection(), place.after(), limit)
            .map(faces -> page(faces, place.collection()));
    return page.isEmpty() && collection.equals(live.collection())
        ? Optional.of(new Page("", List.of(), null))
        : page;
  }

  /** A face of the gallery's collection; empty if it is not there, or not any more. */
  public Optional<GalleryFace> face(FaceId id) {
    CollectionId collection = live.collection();
    return collections
        .faces(collection, List.of(live.in(collection, id)))
        .flatMap(page -> page(page, collection).faces().stream().findFirst());
  }

  /** The face out of its photo; empty if there is no record of it, or its photo is another now. */
  public Optional<Photo> crop(FaceId id) {
    return live.record(id)
        .filter(face -> !face.deleted())
        .flatMap(
            face ->
                photos
                    .get(face.photo())
                    .filter(photo -> PhotoDigest.of(photo).equals(face.content()))
                    .flatMap(photo -> crop(photo, face)));
  }

  public Size size() {
    Optional<Description> there = collections.describe(live.collection());
    return new Size(
        gallery.size(),
        there.map(Description::faces).orElse(0L),
        there.map(Description::modelVersion).orElse(null));
  }

  private Optional<Photo> crop(Photo photo, FaceRecord face) {
    return switch (opener.open(photo)) {
      case Opened.Unacceptable _ -> Optional.empty();
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield Optional.of(cropper.crop(picture, face.face().box()));
        }
      }
    };
  }

  /** Leaves out what is deleted, and only waits to be gone. */
  private Page page(FacePage page, CollectionId collection) {
    List<FaceId> ids = page.faces().stream().map(IndexedFace::id).toList();
    Map<FaceId, FaceRecord> records = live.records(ids);
    List<GalleryFace> faces =
        page.faces().stream()
            .map(face -> new GalleryFace(face, records.get(face.id())))
            .filter(face -> face.record() == null || !face.record().deleted())
            .toList();
    return new Page(page.modelVersion(), faces, PagePlace.next(collection, page.next()));
  }
}
