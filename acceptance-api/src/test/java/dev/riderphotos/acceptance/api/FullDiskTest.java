package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ExecutionRunner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that has no room left, and gets some again. Pauses between tries would last hours. */
class FullDiskTest {
  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(Map.of(FaultyRecords.PROPERTY, true, "retries.delay", "1h"));

  private final Faults faults = SERVER.application().get(Faults.class);

  @AfterEach
  void heal() {
    faults.heal();
  }

  @Test
  void whoSendsAPhotoIsToldAtOnceAndMaySendItLater() {
    faults.always(Fault.NO_ROOM, call -> call.is(Executions.class, "start"));

    assertThat(send("ada", Photos.of(Person.ADA)))
        .startsWith("HTTP/1.1 507 ")
        .contains("application/problem+json", "\"code\":\"STORAGE_FULL\"")
        .containsPattern("(?i)retry-after: \\d+");

    faults.heal();
    SERVER.client().verify("ada", Photos.of(Person.ADA)).isVerified();
  }

  @Test
  void whatRunsIsNotFailedAndIsDoneOnceThereIsRoom() {
    faults.always(Fault.NO_ROOM, call -> call.is(RiderProfiles.class, "replace"));

    String _ = send("boris", Photos.of(Person.BORIS));
    List<?> running = SERVER.client().get("/v1/executions?rider=boris").listAt("executions");
    assertThat(running).singleElement().asString().contains(Status.RUNNING.name());

    faults.heal();
    SERVER.application().get(ExecutionRunner.class).resume();
    Answer begun = SERVER.client().get("/v1/executions?rider=boris");
    String id = begun.textAt("executions/0/executionId");
    assertThat(SERVER.client().get("/v1/executions/" + id + "/events").status()).isEqualTo(200);
    SERVER.client().get("/v1/executions/" + id).isVerified();
  }

  @Test
  void theGallerySaysSoToo() {
    faults.always(Fault.NO_ROOM, call -> call.is(GalleryPhotos.class, "size"));
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    String key = creation.create("test", Set.of(Scope.SEARCH)).secret().reveal();
    String request =
        "GET /v1/info HTTP/1.1\nHost: localhost\nConnection: close\nX-Api-Key: " + key + "\n\n";

    assertThat(SERVER.client().exchange(request, new byte[0])).startsWith("HTTP/1.1 507 ");
  }

  private static String send(String rider, Photo photo) {
    String head =
        """
        POST /v1/riders/%s/photo?wait=true HTTP/1.1
        Host: localhost
        Connection: close
        Content-Type: image/jpeg
        Content-Length: %d

        """
            .formatted(rider, photo.size());
    return SERVER.client().exchange(head, photo.bytes());
  }
}
