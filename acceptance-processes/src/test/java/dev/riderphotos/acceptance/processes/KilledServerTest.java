package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of its work keeps what it promised: once another has taken
 * over, everything has ended, and nothing is half done.
 */
class KilledServerTest {
  private static final int KILLS = 3;

  @TempDir private Path home;

  @Test
  void whatWasBegunIsBroughtToAnEnd() throws IOException, InterruptedException {
    Random random = new Random(20261121);
    List<String> promised = new ArrayList<>();
    for (int round = 0; round < KILLS; round++) {
      try (ServerProcess server = ServerProcess.start(data())) {
        promised.addAll(uploadAll(server.client(), round));
        server.killAfter(random.nextInt(600));
      }
    }
    try (ServerProcess server = ServerProcess.start(data())) {
      assertNobodyElseMayUseIt();
      promised.forEach(id -> assertEnds(server.client(), id));
    }

    try (Application application = Application.open(data(), Map.of())) {
      List<Execution> executions = all(application.get(Executions.class));
      assertThat(executions)
          .noneMatch(Execution::unfinished)
          .noneMatch(execution -> execution.status() == Status.FAILED)
          .extracting(execution -> execution.id().toString())
          .containsExactlyInAnyOrderElementsOf(promised);
      assertWhole(application, executions);
    }
  }

  /** Ids of the executions that were begun. Some people come in each round, some only once. */
  private static List<String> uploadAll(Client client, int round) {
    List<String> ids = new ArrayList<>();
    for (Person person : Person.named().subList(round * 2, round * 2 + 4)) {
      ids.add(upload(client, person.name() + "-" + round, Photos.of(person)));
    }
    ids.add(upload(client, "nobody-" + round, Photos.nobody()));
    return ids;
  }

  private static String upload(Client client, String rider, Photo photo) {
    Answer answer = client.post(Client.photoOf(rider), new Form().file("photo", "me.jpg", photo));
    assertThat(answer.status()).isEqualTo(202);
    return answer.textAt("executionId");
  }

  private void assertNobodyElseMayUseIt() {
    int exit = RiderPhotos.execute("serve", "--port", "0", "--data", data().toString());
    assertThat(exit).isEqualTo(ExitCode.UNAVAILABLE);
  }

  private static void assertEnds(Client client, String id) {
    assertThat(client.get("/v1/executions/" + id + "/events").status()).isEqualTo(200);
    assertThat(client.get("/v1/executions/" + id).at("status")).isNotEqualTo("RUNNING");
  }

  private static List<Execution> all(Executions journal) {
    Page page = journal.list(Filter.ALL, null, 100);
    assertThat(page.next()).isNull();
    return page.executions();
  }

  /** Every verified rider has row, face, photo and thumbnail; and there is no other. */
  private void assertWhole(Application application, List<Execution> executions) throws IOException {
    List<Execution> verified =
        executions.stream().filter(execution -> execution.status() == Status.VERIFIED).toList();
    for (Execution execution : verified) {
      assertThat(application.get(RiderProfiles.class).find(execution.submission().rider()))
          .as("row of %s", execution.id())
          .hasValueSatisfying(profile -> assertWhole(application, profile));
    }
    assertThat(verified).hasSizeBetween(1, 8);
    assertThat(application.get(RiderFaces.class).size()).as("faces").isEqualTo(verified.size());
    assertThat(Folders.files(data().resolve("buckets/rider-thumbnails"))).hasSize(verified.size());
    assertThat(Folders.files(data().resolve("buckets/rider-photos"))).hasSize(executions.size());
    assertThat(Folders.files(data().resolve("tmp"))).isEmpty();
    assertThat(Set.copyOf(Folders.files(data().resolve("mailbox"))))
        .isEqualTo(mailsFor(executions));
  }

  private static void assertWhole(Application application, RiderProfile profile) {
    PhotoStore photos = application.get(PhotoStore.class);
    assertThat(photos.get(profile.photo())).isPresent();
    assertThat(photos.get(profile.thumbnail())).isPresent();
    assertThat(application.get(RiderFaces.class).find(profile.face()))
        .hasValueSatisfying(
            face ->
                assertThat(face.externalImageId()).isEqualTo(profile.rider().externalImageId()));
  }

  private static Set<String> mailsFor(List<Execution> executions) {
    return Set.copyOf(
        executions.stream()
            .filter(execution -> execution.status() == Status.REJECTED)
            .map(Execution::id)
            .map(ExecutionId::toString)
            .map(id -> id + ".eml")
            .toList());
  }

  private Path data() {
    return home.resolve("data");
  }
}
