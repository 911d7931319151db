package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Collections of a built-in model and of a pack's in one data folder, over restarts. */
class TwoModelsTest {
  private static final int RIDERS = 16;
  private static final CollectionId OLD = new CollectionId("rider-photos");
  private static final CollectionId NEW = new CollectionId("new-riders");
  private static final Map<String, String> PACKED =
      Map.of("FACES_MODEL", TestPack.MODEL, "FACES_COLLECTION", NEW.value());

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @Test
  void modelsAreNeverMixed() throws IOException {
    try (ServerProcess server = ServerProcess.start(data())) {
      server.client().verify("ada", Photos.of(Person.ADA)).isVerified();
      String pack = TestPack.good().write(home).toString();
      assertThat(RiderPhotos.execute("models", "add", pack, "--data", data().toString()))
          .as(console.err())
          .isEqualTo(ExitCode.DONE);
      server.client().verify("clara", Photos.of(Person.CLARA)).isVerified();
    }
    try (ServerProcess server = ServerProcess.start(data(), PACKED)) {
      assertHealthy(server.client(), "faceapi-2", OLD); // settings name only the first
    }
    switchOver(OLD, NEW);
    try (ServerProcess server = ServerProcess.start(data())) {
      assertHealthy(server.client(), TestPack.MODEL, NEW); // whatever the settings are
      assertOneIsVerified(server.client(), Photos.of(Person.BORIS));
    }
    assertEachHasItsModel();
    switchOver(NEW, OLD);

    Path pack = data().resolve("models").resolve(TestPack.NAME + "@" + TestPack.VERSION);
    Path away = Files.move(pack, home.resolve("away"));
    try (ServerProcess server = ServerProcess.start(data())) {
      assertMissing(server.client().health());
      server.client().verify("elena", Photos.of(Person.ELENA)).isVerified();
      Files.move(away, pack);
      assertHealthy(server.client(), "faceapi-2", OLD);
    }
  }

  @Test
  void withoutThePackOfNewCollectionsNothingIsServed() {
    String before = System.setProperty("faces.model", TestPack.MODEL);
    assertThat(before).isNull();
    try {
      assertThat(RiderPhotos.execute("serve", "--port", "0", "--data", data().toString()))
          .isEqualTo(ExitCode.UNAVAILABLE);
    } finally {
      System.clearProperty("faces.model");
    }
    assertThat(console.out()).isEmpty();
    assertThat(console.err().lines())
        .singleElement()
        .asString()
        .contains(TestPack.MODEL, "its pack is not in the data folder", "models add");
  }

  private static void assertOneIsVerified(Client client, Photo photo) {
    List<Answer> answers =
        Concurrently.call(RIDERS, rider -> client.verify("rider-" + rider, photo));
    assertThat(answers).filteredOn(answer -> "VERIFIED".equals(answer.at("status"))).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !"VERIFIED".equals(answer.at("status")))
        .hasSize(RIDERS - 1)
        .allSatisfy(answer -> answer.isRejected("Face in the picture is already in the system. "));
  }

  /** As who moves the riders does it in the end: the new collection is of the pack's model. */
  private void switchOver(CollectionId from, CollectionId to) throws IOException {
    Map<String, Object> packed = Map.of("faces.model", TestPack.MODEL);
    try (Application application = Application.open(data(), packed)) {
      var _ = application.get(FaceCollections.class).create(NEW);
      application.get(LiveCollections.class).switchOver(Role.RIDERS, from, to);
    }
  }

  private void assertEachHasItsModel() throws IOException {
    try (Application application = Application.open(data(), Application.QUIET)) {
      FaceCollections collections = application.get(FaceCollections.class);
      assertThat(collections.describe(OLD).orElseThrow().modelVersion()).isEqualTo("faceapi-2");
      assertThat(collections.describe(OLD).orElseThrow().faces()).isEqualTo(2);
      assertThat(collections.describe(NEW).orElseThrow().modelVersion()).isEqualTo(TestPack.MODEL);
      assertThat(collections.faces(NEW, null, 10).orElseThrow().modelVersion())
          .isEqualTo(TestPack.MODEL);
      assertThat(collections.faces(NEW, null, 10).orElseThrow().faces()).hasSize(1);
    }
  }

  private static void assertHealthy(Client client, String model, CollectionId live) {
    Answer health = client.health();
    assertThat(health.status()).as(health.text()).isEqualTo(200);
    assertThat(health.at("details/face detection (engine %s)/status".formatted(model)))
        .isEqualTo("UP");
    assertThat(health.at("details/face models (engine)/status")).isEqualTo("UP");
    assertThat(health.at("details/live face collections/details/riders")).isEqualTo(live.value());
  }

  private static void assertMissing(Answer health) {
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.textAt("details/face models (engine)/status")).isEqualTo("DOWN");
    assertThat(health.textAt("details/face models (engine)/details"))
        .contains(TestPack.MODEL, "its pack is not in the data folder", "models add");
    assertThat(health.at("details/face detection (engine faceapi-2)/status")).isEqualTo("UP");
  }

  private Path data() {
    return home.resolve("data");
  }
}
