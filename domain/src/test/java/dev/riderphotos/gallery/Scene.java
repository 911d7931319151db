package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestGallery.Kept;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A gallery on fakes, what is done in it most often, and what is to be seen in it afterwards. */
final class Scene {
  static final PhotoMetadata METADATA = new PhotoMetadata(new TreeMap<>(Map.of("by", "Ada")));

  private final InMemoryFaceCollections collections;
  private final GallerySettings settings;
  private final Kept kept;
  private final TestGallery gallery;

  Scene() {
    this(Scene.settings(10, Duration.ZERO));
  }

  Scene(GallerySettings settings) {
    this(settings, new KnownFaces());
  }

  Scene(GallerySettings settings, FaceDetector detector) {
    this.collections = new InMemoryFaceCollections(detector);
    this.settings = settings;
    this.kept = Kept.inMemory(collections);
    this.gallery = new TestGallery(kept, settings);
  }

  static GallerySettings settings(int maxFaces, Duration lease) {
    return new GallerySettings("gallery", 80, maxFaces, QualityFilter.AUTO, lease);
  }

  /** The process that does everything here. */
  TestGallery gallery() {
    return gallery;
  }

  /** Another one, that shares all there is. */
  TestGallery anotherProcess() {
    return new TestGallery(kept, settings);
  }

  Kept kept() {
    return kept;
  }

  InMemoryFaceCollections collections() {
    return collections;
  }

  /** The live collection. */
  CollectionId live() {
    return kept.live().of(Role.GALLERY);
  }

  GalleryPhoto index(PhotoName name, Photo photo) {
    PhotoIndexing indexing = gallery.indexing().index(name, photo, METADATA);
    assertThat(indexing).isInstanceOf(PhotoIndexing.Indexed.class);
    return ((PhotoIndexing.Indexed) indexing).photo();
  }

  /** Puts the faces into the gallery's collection by another way, so that they have no record. */
  List<FaceId> indexUnrecorded(Portrait portrait, PhotoName name) {
    var _ = kept.collections().create(live());
    try (Picture picture = Photos.picture(portrait)) {
      NewFaces faces =
          new NewFaces(
              new FaceImage(picture, null), name.externalImageId(), 100, QualityFilter.NONE);
      return kept.collections().index(live(), faces).orElseThrow().indexed().stream()
          .map(indexed -> indexed.face().id())
          .toList();
    }
  }

  /** What is kept of the photo. */
  Optional<GalleryPhoto> photo(PhotoName name) {
    return kept.records().find(name);
  }

  /** The photo itself. */
  Optional<Photo> stored(PhotoName name) {
    return kept.photos().get(new PhotoRef("gallery", name.value()));
  }

  /** Ids of the faces that searches find, whether they have a record or not. */
  List<FaceId> inCollection() {
    return kept.collections().faces(live(), null, 10_000).stream()
        .flatMap(page -> page.faces().stream())
        .map(IndexedFace::id)
        .toList();
  }

  /** What a search for the largest face of the photo finds. */
  GallerySearch.SearchedFace search(Photo photo) {
    GallerySearch search = gallery.search().search(photo, false);
    assertThat(search).isInstanceOf(GallerySearch.Found.class);
    return ((GallerySearch.Found) search).faces().getFirst();
  }

  /** Fails if anything is half done: a face without a record, a record without its photo … */
  void holds(PhotoName name) {
    Optional<GalleryPhoto> photo = photo(name);
    assertThat(kept.records().unfinished(10)).isEmpty();
    assertThat(stored(name).map(PhotoDigest::of)).isEqualTo(photo.map(GalleryPhoto::content));
    assertThat(inCollection())
        .containsExactlyInAnyOrderElementsOf(
            photo.stream()
                .flatMap(there -> there.liveFaces().stream())
                .map(FaceRecord::id)
                .map(id -> kept.counterparts().in(live(), id).orElse(id))
                .toList());
  }
}
