package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.server.MigrationOrders;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of an operator, beside a server on which all goes on. */
class MovedCollectionTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("faces.model", "faceapi-1"));

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @BeforeAll
  static void runMigrations() {
    SERVER.application().get(MigrationRuns.class).start();
    SERVER.application().get(MigrationOrders.class).start();
  }

  @Test
  void ridersAreMovedAndBackAndNobodyIsLost() throws Exception {
    client().verify("ada", Photos.of(Person.ADA)).isVerified();
    client().verify("boris", Photos.of(Person.BORIS)).isVerified();
    client().verify("clara", Photos.of(Person.CLARA)).isVerified();
    String old = faceOf("ada");
    String id = prepared("rider-photos", "riders-2");

    assertThat(migrate("run", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(client().delete("/v1/riders/boris").at("migrationRows")).isEqualTo(1);
    client().verify("david", Photos.of(Person.DAVID)).isVerified();
    assertThat(migrate("cut-over", id)).isEqualTo(ExitCode.REJECTED);
    assertThat(migrate("verify", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(migrate("cut-over", id)).as(console.err()).isEqualTo(ExitCode.DONE);

    assertThat(names("riders-2")).containsExactly("ada", "clara", "david");
    assertThat(names("rider-photos")).containsExactly("ada", "clara", "david");
    String present = faceOf("ada");
    assertThat(present).isNotEqualTo(old).isIn(ids("riders-2"));
    client()
        .verify("another", Photos.anotherOf(Person.DAVID))
        .isRejected("Face in the picture is already in the system. ");
    client().verify("elena", Photos.of(Person.ELENA)).isVerified();
    assertThat(client().delete("/v1/riders/clara").status()).isEqualTo(200);

    assertThat(migrate("cut-over", id, "--back")).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(names("rider-photos")).containsExactly("ada", "david", "elena");
    assertThat(faceOf("ada")).isEqualTo(old);
    client()
        .verify("another", Photos.anotherOf(Person.ELENA))
        .isRejected("Face in the picture is already in the system. ");

    assertThat(migrate("run", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(migrate("verify", id, "--sample", "all")).isEqualTo(ExitCode.DONE);
    assertThat(migrate("cut-over", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(migrate("finish", id, "--yes")).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(names("riders-2")).containsExactly("ada", "david", "elena");
    assertThat(collections().describe(new CollectionId("rider-photos"))).isEmpty();
    assertReport(id);
  }

  private void assertReport(String id) throws Exception {
    Path csv = home.resolve("report.csv");
    assertThat(migrate("report", id, "--csv", csv.toString())).isEqualTo(ExitCode.DONE);

    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.getFirst())
        .startsWith("UserID,FaceId,OldFaceId,ImageId,OldImageId,ExternalImageId,Bucket,File");
    assertThat(lines).hasSize(4).noneMatch(line -> line.contains("boris"));
    assertThat(lines).noneMatch(line -> line.contains("clara"));
  }

  @Test
  void theGalleryKeepsWhatWasSaidOfItsFaces() throws Exception {
    FaceId ada = index("ada.jpg", Photos.of(Person.ADA));
    FaceId again = index("ada-again.jpg", Photos.anotherOf(Person.ADA));
    SearchedFace searched = searched(Photos.of(Person.ADA));
    assertThat(searched.labels()).contains("Ada again");
    assertThat(SERVER.application().get(TellApart.class).tellApart(searched.id(), again))
        .isPresent();
    String id = prepared("gallery", "gallery-2");

    assertThat(migrate("run", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(migrate("verify", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    FaceId between = index("boris.jpg", Photos.of(Person.BORIS));
    assertThat(migrate("cut-over", id)).as(console.err()).isEqualTo(ExitCode.DONE);

    assertThat(names("gallery-2")).containsExactly("ada-again.jpg", "ada.jpg", "boris.jpg");
    for (FaceId face : List.of(ada, again, between)) {
      Answer found = client().get("/v1/faces/" + face);
      assertThat(found.status()).isEqualTo(200);
      assertThat(found.textAt("FaceId")).isIn(ids("gallery-2"));
    }
    assertThat(searched(Photos.of(Person.ADA)).labels())
        .contains("Ada")
        .doesNotContain("Ada again");
  }

  private String prepared(String from, String to) {
    assertThat(migrate("prepare", "--from", from, "--to", to))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
    return console.out().lines().findFirst().orElseThrow().replace("READY", "").strip();
  }

  private int migrate(String... arguments) {
    console.forgetOut();
    List<String> all = new ArrayList<>(List.of("migrate"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", SERVER.data().toString()));
    return RiderPhotos.execute(all.toArray(String[]::new));
  }

  private static FaceId index(String name, Photo photo) {
    PhotoIndexing indexing =
        SERVER
            .application()
            .get(IndexPhoto.class)
            .index(new PhotoName(name), photo, new PhotoMetadata(new TreeMap<>()));
    GalleryPhoto indexed = ((PhotoIndexing.Indexed) indexing).photo();
    return indexed.faces().stream().map(FaceRecord::id).findFirst().orElseThrow();
  }

  private static SearchedFace searched(Photo photo) {
    GallerySearch found = SERVER.application().get(SearchGallery.class).search(photo, false);
    return ((GallerySearch.Found) found).faces().getFirst();
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
    return SERVER.application().get(FaceCollections.class);
  }

  private static Client client() {
    return SERVER.client();
  }
}
