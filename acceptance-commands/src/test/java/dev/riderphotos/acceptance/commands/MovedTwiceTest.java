package dev.riderphotos.acceptance.commands;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.server.MigrationOrders;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Riders and gallery are moved from {@code faceapi-1} to {@code faceapi-2}, and on to the model of
 * a pack, while riders are verified and erased, and photos are indexed, deleted, restored and
 * searched.
 */
class MovedTwiceTest {
  private static final int RIDERS = 16;
  private static final int PHOTOS = 60;
  private static final List<Person> PEOPLE = Person.named();

  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("faces.model", "faceapi-1"));

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  /** The photos that have to be found, and the face of each as it was called first. */
  private final Map<String, FaceId> photos = new TreeMap<>();

  private final TreeSet<String> riders = new TreeSet<>();

  @BeforeAll
  static void runMigrations() {
    SERVER.application().get(MigrationRuns.class).start();
    SERVER.application().get(MigrationOrders.class).start();
  }

  @Test
  void nobodyIsLostOnTheWayToAPack() throws Exception {
    for (int number = 0; number < RIDERS - 2; number++) {
      verify(number);
    }
    for (int number = 0; number < PHOTOS - 4; number++) {
      index(number);
    }
    FaceId told = firstFace(1);
    SearchedFace searched = searched(photo(0));
    assertThat(searched.labels()).contains(label(1));
    assertThat(get(TellApart.class).tellApart(searched.id(), told)).isPresent();
    assertThat(models("add", TestPack.good().write(home).toString())).isEqualTo(ExitCode.DONE);
    List<String> firstFaces = riders.stream().map(MovedTwiceTest::faceOf).toList();

    moveBoth("2", "faceapi-2", this::duringTheFirstMove);
    assertWhole("2");
    moveBoth("3", TestPack.MODEL, this::duringTheSecondMove);
    assertWhole("3");

    assertThat(searched(photo(0)).labels()).contains(label(0)).doesNotContain(label(1));
    assertThat(firstFaces).doesNotContainAnyElementsOf(ids("riders-3"));
    assertThat(collections().describe(new CollectionId("riders-3")).orElseThrow().modelVersion())
        .isEqualTo(TestPack.MODEL);
  }

  private void duringTheFirstMove() {
    verify(RIDERS - 2);
    erase(3);
    index(PHOTOS - 4);
    index(PHOTOS - 3);
    delete(5);
    deleteAndRestore(6);
    assertThat(searched(photo(7)).labels()).contains(label(7));
  }

  private void duringTheSecondMove() {
    verify(RIDERS - 1);
    erase(RIDERS - 2);
    index(PHOTOS - 2);
    index(PHOTOS - 1);
    delete(PHOTOS - 3);
    deleteAndRestore(8);
    deleteAndRestore(6);
    assertThat(searched(photo(9)).labels()).contains(label(9));
  }

  /** Both are moved there, back, and there again for good, and meanwhile something happens. */
  private void moveBoth(String number, String model, Runnable meanwhile) throws Exception {
    String riders =
        prepared(number.equals("2") ? "rider-photos" : "riders-2", "riders-" + number, model);
    String gallery =
        prepared(number.equals("2") ? "gallery" : "gallery-2", "gallery-" + number, model);
    try (ExecutorService traffic = Executors.newSingleThreadExecutor()) {
      Future<?> done = traffic.submit(meanwhile);
      for (String id : List.of(riders, gallery)) {
        migrate("run", id);
      }
      done.get();
    }
    for (String id : List.of(riders, gallery)) {
      migrate("run", id);
      migrate("verify", id, "--sample", "all");
      migrate("cut-over", id);
      migrate("cut-over", id, "--back");
      migrate("run", id);
      migrate("verify", id, "--sample", "all");
      migrate("cut-over", id);
      migrate("finish", id, "--yes");
    }
  }

  private void assertWhole(String number) {
    assertThat(names("riders-" + number)).containsExactlyElementsOf(riders);
    assertThat(riders).allSatisfy(rider -> assertThat(faceOf(rider)).isIn(ids("riders-" + number)));
    assertThat(names("gallery-" + number)).containsExactlyElementsOf(photos.keySet());
    List<String> present = ids("gallery-" + number);
    photos.forEach(
        (name, face) -> {
          Answer found = client().get("/v1/faces/" + face);
          assertThat(found.status()).as(name).isEqualTo(200);
          assertThat(found.textAt("FaceId")).as(name).isIn(present);
        });
  }

  private void verify(int number) {
    String rider = "rider-%02d".formatted(number);
    client().verify(rider, Photos.of(PEOPLE.get(number))).isVerified();
    riders.add(rider);
  }

  private void erase(int number) {
    String rider = "rider-%02d".formatted(number);
    assertThat(client().delete("/v1/riders/" + rider).status()).isEqualTo(200);
    riders.remove(rider);
  }

  private void index(int number) {
    PhotoIndexing indexing =
        get(IndexPhoto.class)
            .index(new PhotoName(name(number)), photo(number), new PhotoMetadata(new TreeMap<>()));
    GalleryPhoto indexed = ((PhotoIndexing.Indexed) indexing).photo();
    photos.put(
        name(number), indexed.faces().stream().map(FaceRecord::id).findFirst().orElseThrow());
  }

  private void delete(int number) {
    assertThat(get(DeletePhoto.class).delete(new PhotoName(name(number)))).isPresent();
    photos.remove(name(number));
  }

  private void deleteAndRestore(int number) {
    FaceId face = firstFace(number);
    assertThat(get(DeleteFace.class).delete(face)).isEqualTo(DeleteFace.Deletion.RESTORABLE);
    photos.put(name(number), get(RestoreFace.class).restore(face).orElseThrow().id());
  }

  private FaceId firstFace(int number) {
    return requireNonNull(photos.get(name(number)));
  }

  /** Each person is on three or four of them, each time another photo. */
  private static Photo photo(int number) {
    Person person = PEOPLE.get(number / 3 % PEOPLE.size());
    return switch (number % 3) {
      case 0 -> Photos.of(person);
      case 1 -> Photos.anotherOf(person);
      default -> Photos.withSunglasses(person);
    };
  }

  private static String name(int number) {
    return "photo-%02d.jpg".formatted(number);
  }

  private static String label(int number) {
    return "Photo %02d".formatted(number);
  }

  private static SearchedFace searched(Photo photo) {
    GallerySearch found = get(SearchGallery.class).search(photo, false);
    return ((GallerySearch.Found) found).faces().getFirst();
  }

  private String prepared(String from, String to, String model) {
    migrate("prepare", "--from", from, "--to", to, "--model", model);
    return console.out().lines().findFirst().orElseThrow().replace("READY", "").strip();
  }

  private void migrate(String... arguments) {
    assertThat(execute("migrate", arguments))
        .as(() -> String.join(" ", arguments) + console.err() + console.out())
        .isEqualTo(ExitCode.DONE);
  }

  private int models(String... arguments) {
    return execute("models", arguments);
  }

  private int execute(String command, String... arguments) {
    console.forgetOut();
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", SERVER.data().toString()));
    return RiderPhotos.execute(all.toArray(String[]::new));
  }

  private static String faceOf(String rider) {
    return client().get("/v1/riders/" + rider).textAt("faceId");
  }

  private static List<String> names(String collection) {
    return faces(collection)
        .map(face -> face.externalImageId() == null ? "" : face.externalImageId().name())
        .sorted()
        .toList();
  }

  private static List<String> ids(String collection) {
    return faces(collection).map(face -> face.id().value()).toList();
  }

  private static Stream<IndexedFace> faces(String collection) {
    return collections()
        .faces(new CollectionId(collection), null, 1000)
        .map(FacePage::faces)
        .orElseThrow()
        .stream();
  }

  private static FaceCollections collections() {
    return get(FaceCollections.class);
  }

  private static <T> T get(Class<T> type) {
    return SERVER.application().get(type);
  }

  private static Client client() {
    return SERVER.client();
  }
}
