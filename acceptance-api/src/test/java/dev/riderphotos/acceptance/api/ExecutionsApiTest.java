package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions, and the direct start on a stored photo, over HTTP. */
class ExecutionsApiTest {
  private static final String START = "/v1/executions?wait=true";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void theListHasTheLastStartedFirst() {
    Answer earlier = client().verify("list", Photos.nobody());
    Answer later = client().verify("list", Photos.nobody());

    assertThat(ids(client().get("/v1/executions?rider=list")))
        .containsExactly(later.textAt("executionId"), earlier.textAt("executionId"));
  }

  @Test
  void theListCanBeNarrowed() {
    Answer verified = client().verify("narrow", Photos.of(Person.ADA)).isVerified();
    Answer rejected = client().verify("narrow", Photos.nobody());

    assertThat(ids(client().get("/v1/executions?rider=narrow&status=REJECTED")))
        .containsExactly(rejected.textAt("executionId"));
    assertThat(ids(client().get("/v1/executions?status=VERIFIED")))
        .contains(verified.textAt("executionId"))
        .doesNotContain(rejected.textAt("executionId"));
    assertThat(ids(client().get("/v1/executions?rider=nobody-we-know"))).isEmpty();
    assertThat(ids(client().get("/v1/executions?status=&rider=&cursor=")))
        .as("empty parameters, as forms send them")
        .contains(rejected.textAt("executionId"));
  }

  @Test
  void theListCanBeLeafedThrough() {
    List<String> started = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      started.addFirst(client().verify("leaf", Photos.tooSmall()).textAt("executionId"));
    }

    List<String> seen = new ArrayList<>();
    String page = "/v1/executions?rider=leaf&limit=2";
    for (Answer answer = client().get(page); ; ) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.listAt("executions")).hasSizeLessThanOrEqualTo(2);
      seen.addAll(ids(answer));
      if (answer.at("next") == null) {
        break;
      }
      answer = client().get(page + "&cursor=" + answer.textAt("next"));
    }
    assertThat(seen).isEqualTo(started);
  }

  @Test
  void theListLeadsBackAndCounts() {
    for (int i = 0; i < 3; i++) {
      client().verify("back", Photos.tooSmall());
    }
    String page = "/v1/executions?rider=back&limit=2";
    Answer first = client().get(page);
    Answer second = client().get(page + "&cursor=" + first.textAt("next"));

    assertThat(first.at("previous")).isNull();
    assertThat(first.at("total")).isEqualTo(3);
    assertThat(first.at("totalIsMore")).isEqualTo(false);
    assertThat(ids(client().get(page + "&cursor=" + second.textAt("previous"))))
        .isEqualTo(ids(first));
  }

  @Test
  void theListIsFoundByWhatPeopleKnowOfIt() {
    Answer none = client().verify("Known-by", Photos.nobody());
    Answer small = client().verify("known-BY-2", Photos.tooSmall());
    String id = none.textAt("executionId");

    for (String query :
        List.of(
            "reason=FACE_COUNT&part=known-by",
            "part=" + id.substring(9, 23).toUpperCase(Locale.ROOT),
            "part=KNOWN-by&to=" + small.textAt("startedAt"),
            "part=known&status=REJECTED&reason=FACE_COUNT&from=2000-01-01&to=2999-12-31")) {
      assertThat(ids(client().get("/v1/executions?" + query))).as(query).containsExactly(id);
    }
    assertThat(ids(client().get("/v1/executions?part=known-by&to=2000-01-01"))).isEmpty();
    assertThat(ids(client().get("/v1/executions?part=known-by&from=" + small.at("startedAt"))))
        .containsExactly(small.textAt("executionId"));
    assertThat(ids(client().get("/v1/executions?part=known-by&case=OPEN"))).isEmpty();
  }

  @Test
  void anExportHasWhatTheFilterLetsThroughAndNoFormula() {
    Answer odd = client().verify("=1+\"1\",\u00fc", Photos.nobody());

    Answer csv = client().get("/v1/executions/export.csv?rider=%3D1%2B%221%22%2C%C3%BC");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition")).contains("attachment", "executions.csv");
    assertThat(csv.text().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(odd.textAt("executionId") + ",\"'=1+\"\"1\"\",\u00fc\",REJECTED,")
        .contains(",FACE_COUNT,");

    for (int i = 0; i < 101; i++) {
      client().verify("lines", Photos.tooSmall());
    }
    List<String> lines =
        client().get("/v1/executions/export.jsonl?rider=lines").text().lines().toList();
    assertThat(lines).hasSize(101).allMatch(line -> line.startsWith("{\"executionId\":\""));
    assertThat(client().get("/v1/executions/export.csv?status=NO").isProblem(422).at("field"))
        .isEqualTo("status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=zzz", "cursor=~zzz", "limit=many"})
  void aListOfNonsenseIsABadRequest(String query) {
    client().get("/v1/executions?" + query).isProblem(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=NOPE",
        "rider=a%0Ab",
        "reason=UGLY",
        "review=perhaps",
        "case=nonsense",
        "from=yesterday",
        "from=2026-02-30",
        "to=2026-01-01T99:00:00Z"
      })
  void aFilterThatIsNoneNamesItsField(String query) {
    assertThat(client().get("/v1/executions?" + query).isProblem(422).at("field"))
        .isEqualTo(query.substring(0, query.indexOf('=')));
    assertThat(
            client().get("/v1/executions?from=2026-01-02&to=2025-01-01").isProblem(422).at("field"))
        .isEqualTo("to");
  }

  @Test
  void noLimitIsTooLargeOrTooSmall() {
    client().verify("limits", Photos.tooSmall());

    assertThat(ids(client().get("/v1/executions?rider=limits&limit=-5"))).hasSize(1);
    assertThat(ids(client().get("/v1/executions?rider=limits&limit=2147483647"))).hasSize(1);
  }

  @Test
  void anUnknownExecutionIsNotFound() {
    String unknown = "/v1/executions/00000000-0000-4000-8000-000000000000";

    client().get(unknown).isProblem(404);
    client().get(unknown + "/events").isProblem(404);
    client().get("/v1/executions/nonsense").isProblem(400);
    client().get("/v1/executions/nonsense/events").isProblem(400);
  }

  @Test
  void aStoredPhotoIsVerifiedWhereItIs() {
    PhotoRef stored = new PhotoRef("gallery", "some folder/a+b%20c ü.jpg");
    SERVER.application().get(PhotoStore.class).put(stored, Photos.of(Person.BORIS));

    Answer answer =
        client().post(START, start("direct", stored.bucket(), stored.key())).isVerified();

    assertThat(answer.at("photo"))
        .isEqualTo(Map.of("s3bucket", stored.bucket(), "s3key", stored.key()));
    assertThat(client().get("/v1/riders/direct").at("s3key")).isEqualTo(stored.key());
    assertThat(client().get("/v1/riders/direct/thumbnail").status()).isEqualTo(200);
  }

  @Test
  void aMissingPhotoIsAVerdict() {
    Answer answer =
        client()
            .post(START, start("missing", "rider-photos", "not/there.jpg"))
            .isRejected("The photo is not there.");

    assertThat(answer.at("error")).isEqualTo("PhotoDoesNotMeetRequirementError");
    assertThat(answer.at("reasons/0/code")).isEqualTo("PHOTO_MISSING");
    assertThat(answer.at("steps/1/name")).isEqualTo("PhotoDoesNotMeetRequirement");
    assertThat(answer.at("steps/1/status")).isEqualTo("SUCCEEDED");
  }

  @Test
  void aDirectStartNeedNotBeWaitedFor() {
    Answer begun = client().post("/v1/executions", start("later", "rider-photos", "nothing.jpg"));

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.header("Location")).isEqualTo("/v1/executions/" + begun.textAt("executionId"));
    client().ended(begun).isRejected("The photo is not there.");
  }

  @Test
  void anEventOfEventBridgeStartsAsWell() {
    PhotoRef stored = new PhotoRef("rider-photos", "event + 100%.jpg");
    SERVER.application().get(PhotoStore.class).put(stored, Photos.of(Person.CLARA));

    Answer answer =
        client()
            .post(
                START,
                """
                {
                  "version": "0",
                  "id": "17793124-05d4-b198-2fde-7ededc63b103",
                  "detail-type": "Object Created",
                  "source": "aws.s3",
                  "account": "111122223333",
                  "time": "2021-11-12T00:00:00Z",
                  "region": "ca-central-1",
                  "resources": ["arn:aws:s3:::rider-photos"],
                  "detail": {
                    "version": "0",
                    "bucket": {"name": "rider-photos"},
                    "object": {"key": "event + 100%.jpg", "size": 5, "etag": "b1946ac9"},
                    "request-id": "N4N7GDK58NMKJ12R",
                    "reason": "PutObject"
                  }
                }
                """)
            .isVerified();

    assertThat(answer.at("riderId")).isEqualTo("111122223333");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"text\"",
        "{}",
        "{\"userId\": {\"a\": 1}}",
        "{\"userId\": \"x\", \"s3Bucket\": \"rider-photos\"}",
        "{\"userId\": \"\", \"s3Bucket\": \"rider-photos\", \"s3Key\": \"k\"}",
        "{\"userId\": \"x\", \"s3Bucket\": \"../x\", \"s3Key\": \"k\"}",
        "{\"userId\": \"x\", \"s3Bucket\": \"rider-photos\", \"s3Key\": \"\"}",
        "{\"userId\": \"x\", \"s3Bucket\": \"rider-photos\", \"s3Key\": \"k\", \"email\": \"x\"}",
        "{\"account\": \"1\", \"detail\": {}}",
        "{\"account\": \"1\", \"detail\": []}",
        "{\"account\": \"1\", \"detail\": {\"bucket\": {\"name\": \"gallery\"}, \"object\": {}}}",
      })
  void aStartThatIsNoneIsABadRequest(String json) {
    client().post("/v1/executions", json).isProblem(400);
  }

  @Test
  void aKeyMayBeAsLongAsOnS3AndNoLonger() {
    client()
        .post(START, start("long", "gallery", "k".repeat(1024)))
        .isRejected("The photo is not there.");
    client().post(START, start("long", "gallery", "k".repeat(1025))).isProblem(400);
  }

  private static Client client() {
    return SERVER.client();
  }

  private static String start(String rider, String bucket, String key) {
    return "{\"userId\": \"%s\", \"s3Bucket\": \"%s\", \"s3Key\": \"%s\"}"
        .formatted(rider, bucket, key);
  }

  private static List<String> ids(Answer list) {
    assertThat(list.status()).isEqualTo(200);
    return list.listAt("executions").stream()
        .map(execution -> String.valueOf(((Map<?, ?>) execution).get("executionId")))
        .toList();
  }
}
