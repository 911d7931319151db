package dev.riderphotos.acceptance.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.server.MigrationJobs;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moves of the riders' collection to a newer face model, over HTTP. */
class MigrationsApiTest {
  private static final String PATH = "/v1/migrations";
  private static final String OLD = "rider-photos";

  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("faces.model", "faceapi-1"));

  private final Client client = SERVER.client();

  @BeforeAll
  static void threeRidersAreVerified() {
    SERVER.application().get(MigrationRuns.class).start();
    SERVER.application().get(MigrationJobs.class).start();
    for (Person person : List.of(Person.ADA, Person.BORIS, Person.CLARA)) {
      SERVER.client().verify(person.name(), Photos.of(person)).isVerified();
    }
  }

  @AfterEach
  void nothingIsLeftUnderWay() {
    for (Object migration : (List<?>) requireNonNull(client.get(PATH).at("migrations"))) {
      String id = String.valueOf(((Map<?, ?>) migration).get("id"));
      if (!List.of("FINISHED", "CANCELLED").contains(client.get(PATH + "/" + id).textAt("state"))) {
        assertThat(post(id, "cancel").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void ridersAreMovedProvenAndSwitchedThereAndBack() {
    Answer prepared = client.post(PATH, order("riders-2", ""));
    assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
    String id = prepared.textAt("id");
    assertThat(prepared.header("Location")).isEqualTo(PATH + "/" + id);
    assertThat(prepared.at("state")).isEqualTo("READY");
    assertThat(prepared.at("role")).isEqualTo("RIDERS");
    assertThat(prepared.at("faces")).isEqualTo(3);
    assertThat(prepared.at("open")).isEqualTo(3);

    assertThat(post(id, "resume").status()).isEqualTo(202);
    Answer done = ended(id);
    assertThat(done.at("state")).as(done.text()).isEqualTo("DONE");
    assertThat(done.at("moved")).isEqualTo(3);
    assertThat(done.at("images")).isEqualTo(3);
    assertThat(client.get(PATH + "/" + id + "/faces?outcome=moved").at("faces/2/newFaceId"))
        .isNotNull();

    assertThat(post(id, "cut-over").status()).isEqualTo(202);
    Answer refused = ended(id);
    assertThat(refused.at("job/stage")).isEqualTo("REFUSED");
    assertThat(refused.at("job/said/0"))
        .isEqualTo("It is not proven since faces were moved last. Verify it first.");

    assertThat(post(id, "verify").status()).isEqualTo(202);
    Answer proven = ended(id);
    assertThat(proven.at("state")).as(proven.text()).isEqualTo("PROVEN");
    assertThat(proven.at("proof/itself")).isEqualTo(3);
    assertThat(proven.at("proof/faults")).isEqualTo(0);
    assertThat(proven.at("job/stage")).isEqualTo("DONE");

    for (String act : List.of("cut-over", "back", "cut-over")) {
      assertThat(post(id, act).status()).isEqualTo(202);
      Answer switched = ended(id);
      assertThat(switched.at("job/stage")).as(switched.text()).isEqualTo("DONE");
      assertThat(live()).isEqualTo(act.equals("back") ? OLD : "riders-2");
    }

    Answer finished = post(id, "finish");
    assertThat(finished.at("state")).as(finished.text()).isEqualTo("FINISHED");
    assertThat(SERVER.application().get(FaceCollections.class).describe(new CollectionId(OLD)))
        .isEmpty();
    assertThat(client.verify("another", Photos.anotherOf(Person.ADA)).at("status"))
        .as("the new collection knows who was moved")
        .isEqualTo("REJECTED");
  }

  @Test
  void whatIsWrongWithAnOrderIsSaidByField() {
    assertWrong("iou", ",\"iou\":1.5", "iou is at least 0 and below 1");
    assertWrong("tps", ",\"tps\":0", "tps is 1 to 1000");
    assertWrong("workers", ",\"workers\":1000", "workers are 1 to 256");
    assertWrong("qualityFilter", ",\"qualityFilter\":\"SOME\"", "qualityFilter is one of");
    assertWrong("model", ",\"model\":\"nonsense\"", "nonsense");
    assertWrong("keepNewFaces", ",\"keepNewFaces\":true,\"sameModel\":true", "nobody would know");

    Answer nameless = client.post(PATH, "{\"from\":\"a\"}").isProblem(422);
    assertThat(nameless.at("field")).isEqualTo("to");
    Answer itself = client.post(PATH, "{\"from\":\"a\",\"to\":\"a\"}").isProblem(422);
    assertThat(itself.textAt("detail")).startsWith("A collection is not moved into itself");
    client.post(PATH, "{\"from\":").isProblem(400);
    assertThat(
            client.post(PATH, "{\"from\":\"none-such\",\"to\":\"b\"}").isProblem(404).at("detail"))
        .isEqualTo("There is no collection none-such.");
  }

  private void assertWrong(String field, String more, String detail) {
    Answer refused = client.post(PATH, order("riders-wrong", more)).isProblem(422);
    assertThat(refused.at("field")).isEqualTo(field);
    assertThat(refused.at("code")).isEqualTo("INVALID_FIELD");
    assertThat(refused.textAt("detail")).contains(detail);
  }

  @Test
  void whatItsStateDoesNotAllowIsRefused() {
    String id = prepare("riders-3");

    Answer early = post(id, "verify").isProblem(409);
    assertThat(early.at("code")).isEqualTo("WRONG_STATE");
    assertThat(early.at("detail"))
        .isEqualTo("The migration is READY; this is possible while it is DONE, PROVEN.");
    for (String act : List.of("cut-over", "back", "finish")) {
      assertThat(post(id, act).isProblem(409).at("code")).isEqualTo("WRONG_STATE");
    }
    Answer busy = client.post(PATH, order("riders-4", ",\"sameModel\":true")).isProblem(409);
    assertThat(busy.at("code")).isEqualTo("NOT_POSSIBLE");
    assertThat(busy.textAt("detail")).contains("is part of the migration " + id);

    assertThat(post(id, "pause").at("state")).isEqualTo("PAUSED");
    assertThat(post(id, "cancel").at("state")).isEqualTo("CANCELLED");
    post(id, "resume").isProblem(409);
    assertThat(post(id, "cancel").at("state")).as("again").isEqualTo("CANCELLED");
  }

  @Test
  void aFaceIsDroppedByHandAndTakenBack() {
    String id = prepare("riders-7");
    assertThat(post(id, "resume").status()).isEqualTo(202);
    assertThat(ended(id).at("moved")).isEqualTo(3);
    String face = client.get(PATH + "/" + id + "/faces").textAt("faces/0/faceId");
    String path = PATH + "/" + id + "/review/" + face;

    assertThat(client.post(path, "{\"action\":\"undo\"}").isProblem(409).at("code"))
        .isEqualTo("NOT_POSSIBLE");
    Answer dropped = client.post(path, "{\"action\":\"drop\"}");
    assertThat(dropped.at("outcome")).isEqualTo("NOT_REINDEXED");
    assertThat(dropped.at("reviewed")).isEqualTo(true);
    Answer review = client.get(PATH + "/" + id + "/review");
    assertThat(review.at("faces/0/faceId")).isEqualTo(face);
    assertThat(review.at("faces/0/reviewed")).isEqualTo(true);
    assertThat(client.get(PATH + "/" + id).at("notReindexed")).isEqualTo(1);

    assertThat(client.post(path, "{\"action\":\"undo\"}").at("outcome")).isEqualTo("MOVED");
    assertThat(client.get(PATH + "/" + id).at("moved")).isEqualTo(3);
    Answer seen = client.get(path);
    assertThat(seen.at("face/faceId")).isEqualTo(face);
    assertThat(seen.at("candidates/0/faceId")).isEqualTo(face);
    String box =
        "{\"left\":%s,\"top\":%s,\"width\":%s,\"height\":%s}"
            .formatted(
                seen.at("candidates/0/box/left"),
                seen.at("candidates/0/box/top"),
                seen.at("candidates/0/box/width"),
                seen.at("candidates/0/box/height"));
    Answer matched = client.post(path, "{\"action\":\"match\",\"newBox\":" + box + "}");
    assertThat(matched.at("outcome")).isEqualTo("MOVED");
    assertThat(matched.at("reviewed")).isEqualTo(true);
    assertThat(client.get(PATH + "/" + id + "/review").at("faces/0/faceId")).isEqualTo(face);
    client.get(PATH + "/" + id + "/review/nobody").isProblem(404);
    assertThat(client.post(path, "{\"action\":\"keep\"}").isProblem(422).at("field"))
        .isEqualTo("action");
    assertThat(client.post(path, "{\"action\":\"match\"}").isProblem(422).at("field"))
        .isEqualTo("newFaceId");
    client.post(PATH + "/" + id + "/review/nobody", "{\"action\":\"drop\"}").isProblem(404);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path : List.of("", "/events", "/faces", "/dead", "/review")) {
      client.get(PATH + "/20260101-000000-abcd" + path).isProblem(404);
    }
    for (String act : List.of("pause", "resume", "cancel", "verify", "cut-over", "back")) {
      post("20260101-000000-abcd", act).isProblem(404);
    }
    client.get(PATH + "/No_Id").isProblem(400);
    client.get(PATH + "?cursor=none").isProblem(400);
  }

  @Test
  void theListHasPages() {
    String first = prepare("riders-5");
    assertThat(post(first, "cancel").status()).isEqualTo(200);
    String second = prepare("riders-6");

    Answer page = client.get(PATH + "?limit=1");
    assertThat(page.at("migrations/0/id")).isEqualTo(second);
    Answer next = client.get(PATH + "?limit=1&cursor=" + page.textAt("next"));
    assertThat(next.at("migrations/0/id")).isEqualTo(first);
  }

  @Test
  void aRecordsFileIsMovedIntoACollectionThatIsThere() {
    SERVER.application().get(FaceCollections.class).create(new CollectionId("from-file"));
    PhotoRef photo = new PhotoRef("old-photos", "dora.jpg");
    SERVER.application().get(PhotoStore.class).put(photo, Photos.of(Person.DAVID));
    String file =
        "[{\"Bucket\":\"old-photos\",\"Key\":\"dora.jpg\",\"CollectionId\":\"from-file\",\"Faces\":"
            + "[{\"FaceId\":\"old-1\",\"ImageId\":\"i\",\"BoundingBoxes\":"
            + "{\"Width\":0.9,\"Height\":0.9,\"Left\":0.05,\"Top\":0.05}}]}, 5]";

    Answer prepared = client.post(PATH + "?to=from-file&iou=0", file);

    assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
    assertThat(prepared.at("rejections")).isEqualTo(1);
    assertThat(prepared.textAt("rejected/0/reason")).startsWith("A record is an object");
    String id = prepared.textAt("migration/id");
    assertThat(prepared.at("migration/faces")).isEqualTo(1);
    assertThat(post(id, "resume").status()).isEqualTo(202);
    assertThat(ended(id).at("moved")).isEqualTo(1);
  }

  @Test
  void aFileThatBreaksOffIsNotBegun() {
    SERVER.application().get(FaceCollections.class).create(new CollectionId("from-broken"));

    Answer broken = client.post(PATH + "?to=from-broken", "[{\"Bucket\"").isProblem(422);

    assertThat(broken.at("field")).isEqualTo("records");
    assertThat(broken.textAt("detail")).startsWith("The file breaks off at byte");
    client.post(PATH + "?to=nowhere", "[]").isProblem(404);
  }

  private String prepare(String to) {
    Answer prepared = client.post(PATH, order(to, ",\"sameModel\":true"));
    assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
    return prepared.textAt("id");
  }

  private static String order(String to, String more) {
    return "{\"from\":\"%s\",\"to\":\"%s\"%s}".formatted(live(), to, more);
  }

  private static String live() {
    return SERVER.application().get(LiveCollections.class).of(Role.RIDERS).value();
  }

  private Answer post(String id, String act) {
    return client.post(PATH + "/" + id + "/" + act, "");
  }

  /** How it stands when nothing goes on any more. */
  private Answer ended(String id) {
    Answer events = client.get(PATH + "/" + id + "/events");
    assertThat(events.status()).isEqualTo(200);
    assertThat(events.text()).contains("data:");
    return client.get(PATH + "/" + id);
  }
}
