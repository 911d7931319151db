package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gallery on records that fail, and with settings that cannot be. */
class GalleryFaultsTest {
  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(Map.of(FaultyRecords.PROPERTY, true));

  private static final PhotoName NAME = new PhotoName("ada.jpg");

  @Test
  void whatCouldNotBeRecordedIsNoSuccessAndIsFinishedLater() {
    Faults faults = SERVER.application().get(Faults.class);
    faults.nth(2, Fault.RETRYABLE, call -> call.is(GalleryPhotos.class, "replace"));

    assertThat(put("", Photos.of(Person.ADA)))
        .startsWith("HTTP/1.1 503 ")
        .contains("BACKEND_UNAVAILABLE", "Retry-After");
    assertThat(faces()).hasSize(1);

    SERVER.application().get(FinishPhoto.class).finish(NAME);

    GalleryPhotos gallery = SERVER.application().get(GalleryPhotos.class);
    assertThat(gallery.find(NAME).orElseThrow().liveFaces()).hasSize(1);
    faults.nth(1, Fault.FINAL, call -> call.is(GalleryPhotos.class, "replace"));
    assertThat(put("?compat=reference", Photos.of(Person.BORIS))).startsWith("HTTP/1.1 500 ");
    assertThat(put("", Photos.of(Person.BORIS))).startsWith("HTTP/1.1 200 ");
    assertThat(faces()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "gallery.match-threshold, 0",
    "gallery.match-threshold, -1",
    "gallery.match-threshold, 100.1",
    "gallery.match-threshold, ''",
    "gallery.max-faces, 0",
    "gallery.max-faces, many",
    "gallery.quality-filter, BEST",
    "gallery.bucket, A B",
    "gallery.collection, a b"
  })
  void settingsThatCannotBeAreRefusedAtStartUp(String setting, String value, @TempDir Path data) {
    assertThatThrownBy(() -> Application.open(data, Map.of(setting, value)))
        .hasMessageContaining(setting);
  }

  private static String put(String query, Photo photo) {
    String key =
        SERVER
            .application()
            .get(CreateApiKey.class)
            .create("test", Set.of(Scope.INDEX))
            .secret()
            .reveal();
    String head =
        """
        PUT /v1/index/ada.jpg%s HTTP/1.1
        Host: localhost
        Connection: close
        X-Api-Key: %s
        Content-Length: %d

        """
            .formatted(query, key, photo.size());
    return SERVER.client().exchange(head, photo.bytes());
  }

  private static List<IndexedFace> faces() {
    return SERVER
        .application()
        .get(FaceCollections.class)
        .faces(new CollectionId("gallery"), null, 10)
        .orElseThrow()
        .faces();
  }
}
