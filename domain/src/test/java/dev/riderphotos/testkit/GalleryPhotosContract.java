package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhoto.Attempt;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link GalleryPhotos} keeps. */
public abstract class GalleryPhotosContract {
  private static final int THREADS = 16;
  private static final int MOST_FACES = 40;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");

  private final GalleryPhoto one = photo("one.jpg", List.of("1"), List.of());
  private final GalleryPhoto again = photo("one.jpg", List.of("1", "2"), List.of());

  /** An empty gallery; the same one whenever it is asked for in one test. */
  protected abstract GalleryPhotos gallery();

  @Test
  void worksWhenEmpty() {
    gallery().delete(one);

    assertThat(gallery().find(one.name())).isEmpty();
    assertThat(gallery().faces(List.of())).isEmpty();
    assertThat(gallery().faces(List.of(new FaceId("1")))).isEmpty();
    assertThat(gallery().unfinished(10)).isEmpty();
    assertThat(gallery().size()).isZero();
  }

  @Test
  void keepsEverythingOfAPhoto() {
    PhotoMetadata metadata =
        new PhotoMetadata(new TreeMap<>(Map.of("name", "Ada & \"Bö\" = 100 %\n", "empty", "")));
    FaceRecord live = face("live", "a b/(é) %.jpg", metadata, null);
    FaceRecord deleted = face("deleted", "a b/(é) %.jpg", PhotoMetadata.NONE, NOW);
    GalleryPhoto photo =
        new GalleryPhoto(
            live.photo(),
            UUID.randomUUID(),
            live.content(),
            List.of(live, deleted),
            List.of(new FaceId("left-1"), new FaceId("left-2")),
            new Attempt(UUID.randomUUID(), NOW, metadata));

    write(photo);

    assertThat(gallery().find(photo.name())).contains(photo);
    assertThat(gallery().faces(List.of(live.id(), deleted.id(), new FaceId("left-1"))))
        .containsExactlyInAnyOrder(live, deleted);
    assertThat(gallery().size()).isEqualTo(1);
  }

  @Test
  void replacesTheExpectedRevisionAloneAndItsFacesWithIt() {
    write(one);

    assertThat(gallery().replace(null, again)).contains(one);
    assertThat(gallery().replace(again, photo("one.jpg", List.of("3"), List.of()))).contains(one);
    assertThat(gallery().replace(one, again)).contains(again);

    assertThat(gallery().faces(ids("1", "2", "3")))
        .containsExactlyInAnyOrderElementsOf(again.faces());
    GalleryPhoto none = photo("one.jpg", List.of(), List.of());
    assertThat(gallery().replace(again, none)).contains(none);
    assertThat(gallery().faces(ids("1", "2"))).isEmpty();
  }

  @Test
  void writingWhatIsThereAlreadyIsASuccess() {
    write(one);

    assertThat(gallery().replace(null, one)).contains(one);
    assertThat(gallery().replace(again, one)).contains(one);
  }

  @Test
  void whatIsExpectedMustBeThere() {
    assertThat(gallery().replace(one, again)).isEmpty();
    assertThat(gallery().find(one.name())).isEmpty();
  }

  @Test
  void ofManyThatReplaceOnePhotoOneDoes() {
    write(one);

    List<Optional<GalleryPhoto>> answers =
        Concurrently.call(
            THREADS,
            number -> {
              GalleryPhoto own = photo("one.jpg", List.of("own-" + number), List.of());
              return gallery().replace(one, own).filter(own::equals);
            });

    assertThat(answers.stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(
            won -> {
              assertThat(gallery().find(one.name())).contains(won);
              assertThat(gallery().faces(ids("1"))).isEmpty();
              assertThat(
                      gallery()
                          .faces(
                              IntStream.range(0, THREADS)
                                  .mapToObj(number -> new FaceId("own-" + number))
                                  .toList()))
                  .isEqualTo(won.faces());
            });
  }

  @Test
  void deletesThisRevisionAlone() {
    write(one);
    gallery().delete(again);
    assertThat(gallery().find(one.name())).contains(one);

    gallery().delete(one);
    gallery().delete(one);

    assertThat(gallery().find(one.name())).isEmpty();
    assertThat(gallery().faces(ids("1"))).isEmpty();
  }

  @Test
  void aPhotoMayHaveManyFacesThatAreAllReplaced() {
    GalleryPhoto many = photo("many.jpg", names("a"), List.of());
    GalleryPhoto others =
        photo("many.jpg", names("b"), many.faces().stream().map(FaceRecord::id).toList());
    write(many);

    assertThat(gallery().replace(many, others)).contains(others);

    assertThat(gallery().find(many.name())).contains(others);
    assertThat(gallery().faces(others.faces().stream().map(FaceRecord::id).toList()))
        .containsExactlyInAnyOrderElementsOf(others.faces());
    assertThat(gallery().faces(others.leftovers())).isEmpty();
  }

  @Test
  void knowsWhatIsNotFinished() {
    GalleryPhoto leftover = photo("leftover.jpg", List.of(), List.of(new FaceId("1")));
    GalleryPhoto begun =
        new GalleryPhoto(
            new PhotoRef("gallery", "begun.jpg"),
            UUID.randomUUID(),
            null,
            List.of(),
            List.of(),
            new Attempt(UUID.randomUUID(), NOW, PhotoMetadata.NONE));
    Stream.of(photo("finished.jpg", List.of("2"), List.of()), leftover, begun).forEach(this::write);

    assertThat(gallery().unfinished(10)).containsExactlyInAnyOrder(leftover.name(), begun.name());
    assertThat(gallery().unfinished(1)).hasSize(1);

    gallery().delete(leftover);
    gallery().delete(begun);
    assertThat(gallery().unfinished(10)).isEmpty();
  }

  @Test
  void theOddestNamesAreKeptApart() {
    List<GalleryPhoto> all =
        OddNames.upTo(100).stream()
            .map(GalleryPhotosContract::named)
            .flatMap(Optional::stream)
            .distinct()
            .map(name -> photo(name.value(), List.of("face of " + name), List.of()))
            .toList();
    all.forEach(this::write);

    assertThat(all).hasSizeGreaterThan(10);
    assertThat(all).allSatisfy(photo -> assertThat(gallery().find(photo.name())).contains(photo));
  }

  private static Optional<PhotoName> named(String name) {
    try {
      return Optional.of(new PhotoName(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void write(GalleryPhoto photo) {
    assertThat(gallery().replace(null, photo)).contains(photo);
  }

  private static List<String> names(String prefix) {
    return IntStream.range(0, MOST_FACES).mapToObj(number -> prefix + number).toList();
  }

  private static List<FaceId> ids(String... ids) {
    return Stream.of(ids).map(FaceId::new).toList();
  }

  private static GalleryPhoto photo(String name, List<String> faces, List<FaceId> leftovers) {
    return new GalleryPhoto(
        new PhotoRef("gallery", name),
        UUID.randomUUID(),
        PhotoDigest.of(Photo.of(new byte[] {1})),
        faces.stream().map(id -> face(id, name, PhotoMetadata.NONE, null)).toList(),
        leftovers,
        null);
  }

  private static FaceRecord face(
      String id, String name, PhotoMetadata metadata, @Nullable Instant deletedAt) {
    return new FaceRecord(
        new IndexedFace(
            new FaceId(id),
            new ImageId("image of " + id),
            new PhotoName(name).externalImageId(),
            new BoundingBox(-0.125, 0.25, 0.5, 0.75),
            99.875),
        new PhotoRef("gallery", name),
        PhotoDigest.of(Photo.of(new byte[] {1})),
        metadata,
        deletedAt);
  }
}
