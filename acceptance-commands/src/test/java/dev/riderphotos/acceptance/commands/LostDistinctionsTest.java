package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.server.MigrationOrders;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "Not this person" was said of a face that is not moved. */
class LostDistinctionsTest {
  private static final String TOLD = "1 times \"not this person\" could not be carried over";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();
  @RegisterExtension private final Console console = new Console();

  @BeforeAll
  static void runMigrations() {
    SERVER.application().get(MigrationRuns.class).start();
    SERVER.application().get(MigrationOrders.class).start();
  }

  @Test
  void whatCannotBeCarriedOverIsToldEverywhere() {
    FaceId _ = index("ada.jpg", Photos.of(Person.ADA));
    FaceId again = index("again.jpg", Photos.anotherOf(Person.ADA));
    GallerySearch found = get(SearchGallery.class).search(Photos.of(Person.ADA), false);
    assertThat(found).isInstanceOf(GallerySearch.Found.class);
    GallerySearch.SearchedFace ada = ((GallerySearch.Found) found).faces().getFirst();
    assertThat(get(TellApart.class).tellApart(ada.id(), again)).isPresent();
    get(PhotoStore.class).delete(new PhotoRef("gallery", "again.jpg"));
    assertThat(migrate("prepare", "--from", "gallery", "--to", "gallery-2", "--same-model"))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
    String id = console.out().lines().findFirst().orElseThrow().replace("READY", "").strip();

    assertThat(migrate("run", id)).as("not all are moved").isEqualTo(ExitCode.REJECTED);
    assertThat(migrate("verify", id)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains(TOLD);
    assertThat(migrate("cut-over", id, "--min-moved", "0"))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);

    assertThat(console.out()).contains(TOLD);
    assertThat(SERVER.client().get("/v1/migrations/" + id).at("proof/distinctionsLost"))
        .isEqualTo(1);
    assertThat(SERVER.client().get("/migrations/" + id).text()).contains("not carried over");
  }

  private static FaceId index(String name, Photo photo) {
    PhotoIndexing indexing =
        get(IndexPhoto.class).index(new PhotoName(name), photo, new PhotoMetadata(new TreeMap<>()));
    return ((PhotoIndexing.Indexed) indexing)
        .photo().faces().stream().map(FaceRecord::id).findFirst().orElseThrow();
  }

  private int migrate(String... arguments) {
    console.forgetOut();
    List<String> all = new ArrayList<>(List.of("migrate"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", SERVER.data().toString()));
    return RiderPhotos.execute(all.toArray(String[]::new));
  }

  private static <T> T get(Class<T> type) {
    return SERVER.application().get(type);
  }
}
