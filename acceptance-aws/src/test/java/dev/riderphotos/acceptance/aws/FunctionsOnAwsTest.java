package dev.riderphotos.acceptance.aws;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.acceptance.aws.DeployedFunctions.Call;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.app.server.MigrationJobs;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.FaultyNetwork;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.Stack;
import dev.riderphotos.app.testkit.Template;
import dev.riderphotos.aws.testkit.OddAnswer;
import dev.riderphotos.aws.testkit.Permission;
import dev.riderphotos.aws.testkit.RecordingSes.Mail;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserId;
import dev.riderphotos.lambda.testkit.PackedFunction;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole of a stack: a server, the state machine, and the functions out of the zip, with the
 * variables of the template; AWS is emulators, and Rekognition our own engine.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FunctionsOnAwsTest {
  private static final String MIGRATIONS = "/v1/migrations";
  private static final CollectionId MOVED = new CollectionId(Stack.NAME + "-moved");
  private static final int EXECUTIONS = 20;
  private static final String ADDRESS = "riders@example.com";
  private static final CollectionId OTHER = new CollectionId(Stack.NAME + "-other");

  /** All states that a function does the work of, but for {@code Events}, which is none. */
  private static final int STATES_WITH_FUNCTIONS = 8;

  @RegisterExtension
  @Order(1)
  static final BeforeAllCallback PACKED =
      _ ->
          assumeTrue(
              Files.exists(PackedFunction.ZIP),
              "Skipped: mvn package makes the zip of the functions");

  @RegisterExtension
  @Order(2)
  static final DeployedFunctions FUNCTIONS =
      new DeployedFunctions(
          Map.of(
              "NOTIFICATIONS_DEFAULT_TO",
              ADDRESS,
              "RIDERS_NEW_FACE",
              "replace",
              "WEBHOOKS_ANNOUNCE",
              "true"));

  @RegisterExtension
  @Order(3)
  static final FaultyNetwork NETWORK = new FaultyNetwork();

  @RegisterExtension
  @Order(4)
  static final AwsServer AWS = new AwsServer(settings(), NETWORK::before);

  @RegisterExtension
  @Order(5)
  static final Chromium CHROMIUM = Chromium.besideOtherTests(AWS);

  private static final Map<String, Answer> ENDED = new TreeMap<>();

  /** One after the other, as each finds what those before it have left. */
  @BeforeAll
  static void executions() {
    end("verified", typed("user_a", "1_happy_face.jpg", Photos.of(Person.ADA)));
    end("sunglasses", typed("user_b", "2_sunglass_face.jpg", Photos.withSunglasses(Person.BORIS)));
    end("several", typed("user_c", "3_multiple_faces.jpg", Photos.threeFaces()));
    end("nobody", typed("user_d", "4_no_face.jpg", Photos.nobody()));
    end("duplicate", typed("user_e", "again.jpg", Photos.anotherOf(Person.ADA)));
    belongToAUser(ended("verified").textAt("faceId"));
    pairWithAnother();
    end("replaced", typed("user_a", "another.jpg", Photos.of(Person.CLARA)));
    AWS.application().get(LiveCollections.class).unpair(Role.RIDERS, OTHER);
    NETWORK.answers(OddAnswer.FORBIDDEN, "PUT /" + setting("riders.thumbnail-bucket"));
    end("failed", typed("user_f", "failed.jpg", Photos.of(Person.BORIS)));
    NETWORK.heal();
    String failed = ended("failed").textAt("executionId");
    Answer _ = AWS.client().post("/v1/executions/" + failed + "/redrive", "{}");
    end("redriven", AWS.client().get("/v1/executions/" + failed));
  }

  private static Answer ended(String scenario) {
    return requireNonNull(ENDED.get(scenario), scenario);
  }

  private static void end(String scenario, Answer begun) {
    ENDED.put(scenario, AWS.client().ended(begun));
  }

  /** By a server that is set to tell somebody; the one of this test is not. */
  @Test
  void whatFunctionsEndIsToBeTold() {
    assertThat(AWS.application().get(Announcements.class).take(Instant.now(), 100))
        .extracting(delivery -> delivery.announcement().subject())
        .contains(
            ended("verified").textAt("executionId"),
            ended("sunglasses").textAt("executionId"),
            ended("failed").textAt("executionId"));
  }

  @Test
  void photosEndAsInTheReference() {
    ended("verified").isVerified();
    assertRefused("sunglasses", "Face is wearing sunglasses");
    assertRefused("several", "Detected 3 faces in the photo.");
    assertRefused("nobody", "Detected 0 faces in the photo.");
    assertRefused("duplicate", "Face in the picture is already in the system. ");
    ended("replaced").isVerified();
    assertThat(ended("replaced").at("faceId")).isNotEqualTo(ended("verified").at("faceId"));
    assertThat(AwsServer.ses().mails())
        .extracting(Mail::text)
        .filteredOn(text -> text.contains("Hello user_"))
        .hasSize(4);
  }

  @Test
  void whatFailedIsSettledAndGoesThroughLater() {
    assertThat(ended("failed").at("status")).isEqualTo("FAILED");
    assertThat(states("failed")).contains("Thumbnail").endsWith("Settle");
    ended("redriven").isVerified();
  }

  @Test
  void everyStateIsGivenWhatThoseBeforeItLeft() {
    assertThat(states("verified"))
        .startsWith("Begin", "FaceDetection", "CheckFaceDuplicate")
        .contains("AddFaceToIndex", "Thumbnail")
        .endsWith("PersistMetadata", "Settle");
    JsonNode last = calls("verified").getLast().input();
    assertThat(last.path("userId").asText()).isEqualTo("user_a");
    assertThat(last.at("/detectedFaceDetails/Confidence").asDouble()).isPositive();
    assertThat(last.at("/parallelResult/0/ExternalImageId").asText()).isEqualTo("user_a");
    assertThat(last.at("/parallelResult/1/thumbnail/s3key").asText())
        .isEqualTo("resized-1_happy_face.jpg");
    assertThat(states("nobody"))
        .containsExactly("Begin", "FaceDetection", "PhotoDoesNotMeetRequirement");
    assertThat(calls("nobody").getLast().input().at("/errorInfo/Error").asText())
        .isEqualTo("PhotoDoesNotMeetRequirementError");
  }

  @Test
  void noFunctionAsksForWhatItsRoleDoesNotAllow() throws IOException {
    Stack stack = new Stack(Template.read());
    for (String function : FUNCTIONS.started()) {
      assertThat(ofAnyCollection(FUNCTIONS.used(function)))
          .as(function)
          .isNotEmpty()
          .isSubsetOf(ofAnyCollection(stack.allowed(function)));
    }
    assertThat(FUNCTIONS.started()).hasSize(STATES_WITH_FUNCTIONS);
  }

  /** Roles name the collections of the stack by what their names begin with. */
  private static Set<Permission> ofAnyCollection(Set<Permission> permissions) {
    return permissions.stream()
        .map(
            each ->
                new Permission(
                    each.action(),
                    each.resource().replaceFirst("^(collection/" + Stack.NAME + "-).*", "$1*")))
        .collect(Collectors.toSet());
  }

  @Test
  void whileTwentyExecutionsRunNoneWritesToTheWrongCollection() {
    CollectionId before = live();
    AWS.application().get(MigrationRuns.class).start();
    AWS.application().get(MigrationJobs.class).start();
    String id =
        AWS.client()
            .post(
                MIGRATIONS,
                "{\"from\":\"%s\",\"to\":\"%s\",\"sameModel\":true}".formatted(before, MOVED))
            .textAt("id");
    assertThat(act(id, "resume").at("state")).isEqualTo("DONE");
    assertThat(act(id, "verify").at("state")).isEqualTo("PROVEN");
    List<Answer> begun =
        IntStream.range(0, EXECUTIONS)
            .mapToObj(
                number -> typed("rider-" + number, number + ".jpg", Photos.of(person(number))))
            .toList();

    Answer switched = act(id, "cut-over");
    List<Answer> ended = begun.stream().map(FunctionsOnAwsTest::through).toList();

    assertThat(switched.at("job/stage")).as(switched.text()).isEqualTo("DONE");
    assertThat(live()).isEqualTo(MOVED);
    assertThat(ended)
        .allSatisfy(
            each -> assertThat(each.at("status")).as(each.text()).isIn("VERIFIED", "REJECTED"));
    Set<String> registered = new HashSet<>();
    registered.add(AWS.client().get("/v1/riders/user_a").textAt("faceId"));
    registered.add(AWS.client().get("/v1/riders/user_f").textAt("faceId"));
    for (Answer each : ended) {
      if ("VERIFIED".equals(each.at("status"))) {
        registered.add(AWS.client().get("/v1/riders/" + each.at("riderId")).textAt("faceId"));
      }
    }
    assertThat(registered).hasSizeGreaterThan(EXECUTIONS / 2);
    assertThat(faces(MOVED)).containsExactlyInAnyOrderElementsOf(registered);

    Answer back = act(id, "back"); // what came since the switch follows until then

    assertThat(back.at("job/stage")).as(back.text()).isEqualTo("DONE");
    assertThat(live()).isEqualTo(before);
    assertThat(faces(before)).hasSameSizeAs(registered);
  }

  /** What people see of it: the pages are as beside a workflow that runs in the server. */
  @Test
  @Order(Integer.MAX_VALUE) // for it erases a rider
  void onThePagesAPhotoIsFollowedAndRedriven() {
    erase("user_f");
    NETWORK.answers(OddAnswer.FORBIDDEN, "PUT /" + setting("riders.thumbnail-bucket"));

    String execution = refusedToBeSaved(Photos.of(Person.BORIS));

    NETWORK.heal();
    Page page = CHROMIUM.open("/executions/" + execution);
    assertThat(page.locator(".graph .failed .name")).hasText("Thumbnail");
    Pages.assertFlawless(page);
    Pages.photograph(page, "functions-failed");
    button(page, "Redrive").click();
    assertThat(page.locator("#verdict")).hasText("The rider is verified.");
    Pages.photograph(page, "functions-redriven");
  }

  private static void erase(String rider) {
    Page page = CHROMIUM.open("/riders/" + rider);
    page.getByText("Erase …").click();
    Pages.photograph(page, "functions-erase");
    button(page, "Erase for good").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("All data of rider " + rider);
    assertThat(page.locator("article")).containsText("Step Functions");
    Pages.assertFlawless(page);
    Pages.photograph(page, "functions-erased");
  }

  private static String refusedToBeSaved(Photo photo) {
    Page page = CHROMIUM.open("/", Look.PHONE_LIGHT);
    button(page, "I agree").click();
    page.locator("#rider").fill("on-a-phone");
    page.locator("#photo").setInputFiles(Hands.file("me.jpg", photo.bytes()));
    button(page, "Verify me").click();
    assertThat(page).hasURL(Pattern.compile(".*[?]execution=.*"));
    Pages.photograph(page, "functions-live-phone");
    assertThat(page.locator("h1")).containsText("not");
    Pages.photograph(page, "functions-failed-phone");
    return page.url().replaceFirst(".*=", "");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  /** Whose turn did not come on a busy machine has failed, and goes through when it is redriven. */
  private static Answer through(Answer begun) {
    Answer ended = AWS.client().ended(begun);
    for (int redrives = 0; redrives < 10 && "FAILED".equals(ended.at("status")); redrives++) {
      Answer _ = AWS.client().post("/v1/executions/" + ended.at("executionId") + "/redrive", "{}");
      ended = AWS.client().ended(ended);
    }
    return ended;
  }

  /** Some of them come twice: one face is one rider, whatever is switched meanwhile. */
  private static Person person(int number) {
    List<Person> people = Person.named();
    return people.get(3 + number % (people.size() - 3));
  }

  private static Answer act(String migration, String command) {
    String path = MIGRATIONS + "/" + migration;
    assertThat(AWS.client().post(path + "/" + command, "{}").status()).isEqualTo(202);
    assertThat(AWS.client().get(path + "/events").text()).contains("data:");
    return AWS.client().get(path);
  }

  private static CollectionId live() {
    return AWS.application().get(LiveCollections.class).of(Role.RIDERS);
  }

  private static List<String> faces(CollectionId collection) {
    return AWS
        .application()
        .get(FaceCollections.class)
        .faces(collection, null, 1000)
        .map(FacePage::faces)
        .orElseThrow()
        .stream()
        .map(face -> face.id().value())
        .toList();
  }

  private static List<Call> calls(String scenario) {
    String id = ended(scenario).textAt("executionId");
    return FUNCTIONS.calls(
        DeployedFunctions.MACHINE.replace("stateMachine", "execution") + ":" + id + "-1");
  }

  private static List<String> states(String scenario) {
    return calls(scenario).stream().map(Call::state).toList();
  }

  private static void assertRefused(String scenario, String message) {
    Answer ended = ended(scenario);
    assertThat(ended.at("status")).as(ended.text()).isEqualTo("REJECTED");
    assertThat(ended.at("message")).isEqualTo(message);
  }

  /** As somebody starts it in AWS's console. */
  private static Answer typed(String rider, String key, Photo photo) {
    PhotoRef stored = new PhotoRef(setting("riders.photo-bucket"), key);
    AWS.application().get(PhotoStore.class).put(stored, photo);
    return AWS.client()
        .post(
            "/v1/executions",
            "{\"userId\": \"%s\", \"s3Bucket\": \"%s\", \"s3Key\": \"%s\"}"
                .formatted(rider, stored.bucket(), key));
  }

  /** As others may do with the faces of a collection. */
  private static void belongToAUser(String face) {
    CollectionUsers users = AWS.application().get(CollectionUsers.class);
    CollectionId live = AWS.application().get(LiveCollections.class).of(Role.RIDERS);
    UserId user = new UserId("somebody");
    assertThat(users.create(live, user, null)).isInstanceOf(Done.class);
    assertThat(users.associate(live, new UserFaces(user, List.of(new FaceId(face))), 0, null))
        .isInstanceOf(Done.class);
  }

  /** As while the riders' collection is moved. */
  private static void pairWithAnother() {
    var _ = AWS.application().get(FaceCollections.class).create(OTHER);
    AWS.application().get(LiveCollections.class).pair(Role.RIDERS, OTHER);
  }

  private static String setting(String name) {
    return String.valueOf(AWS.settings().get(name));
  }

  private static Map<String, Object> settings() {
    try {
      return DeployedFunctions.settingsOfServer();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
