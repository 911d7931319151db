package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Riders and their verifications over HTTP. Every test has people of its own. */
class RiderApiTest {
  private static final String DUPLICATE = "Face in the picture is already in the system. ";
  private static final String NOT_GOOD_ENOUGH = "PhotoDoesNotMeetRequirementError";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void aClearFaceIsVerified() {
    Answer answer = client().verify("ada", Photos.of(Person.ADA)).isVerified();

    String id = answer.textAt("executionId");
    assertThat(answer.at("riderId")).isEqualTo("ada");
    assertThat(answer.at("error")).isNull();
    assertThat(answer.listAt("reasons")).isEmpty();
    assertThat(answer.at("photo"))
        .isEqualTo(Map.of("s3bucket", "rider-photos", "s3key", "riders/ada/" + id + "/me.jpg"));
    assertThat(answer.at("thumbnail"))
        .isEqualTo(
            Map.of(
                "s3bucket", "rider-thumbnails", "s3key", "riders/ada/" + id + "/resized-me.jpg"));
    assertThat(names(answer))
        .containsExactly(
            "FaceDetection",
            "CheckFaceDuplicate",
            "AddFaceToIndex",
            "Thumbnail",
            "PersistMetadata");
    assertThat(answer.listAt("steps"))
        .allSatisfy(
            step ->
                assertThat((Map<?, ?>) step)
                    .extracting("status", "attempts")
                    .containsExactly("SUCCEEDED", 1));
    assertThat(answer.textAt("endedAt")).isGreaterThan(answer.textAt("startedAt"));
  }

  @Test
  void theProfileHasTheAttributesOfTheReference() {
    Answer execution = client().verify("boris", Photos.of(Person.BORIS)).isVerified();

    Answer profile = client().get("/v1/riders/boris");

    assertThat(profile.status()).isEqualTo(200);
    assertThat(profile.at("Username")).isEqualTo("boris");
    assertThat(profile.at("faceId")).isEqualTo(execution.at("faceId"));
    assertThat(profile.at("s3bucket")).isEqualTo("rider-photos");
    assertThat(profile.at("s3key")).isEqualTo(execution.at("photo/s3key"));
    assertThat(profile.at("thumbnail")).isEqualTo(execution.at("thumbnail"));
  }

  @Test
  void aThumbnailFitsInto300PixelsAndKeepsItsFormat() throws IOException {
    Portrait clara = Portrait.of(Person.CLARA).size(480, 320);
    client().verify("clara", Photos.jpeg(clara)).isVerified();
    Portrait david = Portrait.of(Person.DAVID).size(320, 480);
    client().verify("david", Photos.png(david)).isVerified();

    assertThumbnail("clara", "image/jpeg", 300, 200);
    assertThumbnail("david", "image/png", 200, 300);
  }

  @Test
  void sunglassesAreRefused() {
    client()
        .verify("elena", Photos.withSunglasses(Person.ELENA))
        .isRejected("Face is wearing sunglasses");
    client().get("/v1/riders/elena").isProblem(404);
    client().get("/v1/riders/elena/thumbnail").isProblem(404);
  }

  @Test
  void severalFacesAndNoneAreRefused() {
    Answer two =
        client().verify("two", Photos.twoFaces()).isRejected("Detected 2 faces in the photo.");
    Answer none =
        client().verify("none", Photos.nobody()).isRejected("Detected 0 faces in the photo.");

    assertThat(two.at("error")).isEqualTo(NOT_GOOD_ENOUGH);
    assertThat(two.at("reasons/0/code")).isEqualTo("FACE_COUNT");
    assertThat(two.at("reasons/0/box")).isNotNull();
    assertThat(none.at("error")).isEqualTo(NOT_GOOD_ENOUGH);
    assertThat(two.at("reasons/0/boxes/1")).isEqualTo(two.at("steps/0/output/faces/1/box"));
    assertThat(none.at("reasons/0/box")).isNull();
    assertThat(none.at("reasons/0/boxes")).isNull();
    assertThat(names(none)).containsExactly("FaceDetection", "PhotoDoesNotMeetRequirement");
    assertThat(none.at("steps/1/output/messageToSend"))
        .isEqualTo(Map.of("title", NOT_GOOD_ENOUGH, "message", "Detected 0 faces in the photo."));
  }

  @Test
  void aFaceIsRegisteredOnce() {
    client().verify("felix", Photos.of(Person.FELIX)).isVerified();

    Answer same = client().verify("felix", Photos.anotherOf(Person.FELIX)).isRejected(DUPLICATE);
    Answer other = client().verify("not-felix", Photos.of(Person.FELIX)).isRejected(DUPLICATE);

    assertThat(same.at("error")).isEqualTo("FaceAlreadyExistsError");
    assertThat(other.at("reasons/0/code")).isEqualTo("ALREADY_REGISTERED");
    assertThat(other.text()).as("nothing of the other rider").doesNotContain("/felix/");
    client().get("/v1/riders/not-felix").isProblem(404);
  }

  @Test
  void anotherFaceIsForAnOperatorToLookAtAndTheEarlierStays() {
    Person first = Person.MAYA;
    Person second = Person.LEON;
    Answer before = client().verify("iris", Photos.of(first)).isVerified();

    Answer other =
        client()
            .verify("iris", Photos.of(second), "&replace=true")
            .isRejected("This is not the face that this rider registered.");

    assertThat(other.at("error")).isEqualTo("AnotherFaceError");
    assertThat(other.at("reasons/0/code")).isEqualTo("ANOTHER_FACE");
    assertThat(other.textAt("reasons/0/advice")).startsWith("You stay verified");
    assertThat(client().get("/v1/riders/iris").at("faceId")).isEqualTo(before.at("faceId"));
    assertThat(client().get("/v1/executions/" + other.textAt("executionId")).at("review"))
        .isEqualTo(true);
    Answer marked = client().get("/v1/executions?review=true");
    assertThat(marked.listAt("executions")).hasSize(1);
    assertThat(marked.at("executions/0/executionId")).isEqualTo(other.at("executionId"));
    assertThat(client().get("/executions?review=true").text())
        .contains(other.textAt("executionId"), "To look at")
        .doesNotContain(before.textAt("executionId"));
  }

  @Test
  void aRiderMaySendTheRegisteredFaceAgainWhenSayingSo() {
    Answer first = client().verify("greta", Photos.of(Person.GRETA)).isVerified();
    Answer second =
        client().verify("greta", Photos.anotherOf(Person.GRETA), "&replace=true").isVerified();

    assertThat(client().get("/v1/riders/greta").at("faceId"))
        .isEqualTo(second.at("faceId"))
        .isNotEqualTo(first.at("faceId"));
    client().verify("not-greta", Photos.of(Person.GRETA), "&replace=true").isRejected(DUPLICATE);
  }

  @Test
  void whatIsErasedIsToldAndTheFaceIsWelcomeAgain() {
    Answer verified = client().verify("hugo", Photos.of(Person.HUGO)).isVerified();

    Answer receipt = client().delete("/v1/riders/hugo");

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.at("riderId")).isEqualTo("hugo");
    assertThat(receipt.listAt("faces")).hasSize(1).first().isEqualTo(verified.at("faceId"));
    assertThat(receipt.at("photos")).isEqualTo(2);
    assertThat(receipt.text()).doesNotContain(verified.textAt("photo/s3key"));
    assertThat(receipt.at("executions")).isEqualTo(1);
    assertThat(receipt.at("profile")).isEqualTo(true);
    client().get("/v1/riders/hugo").isProblem(404);
    client().get("/v1/executions/" + verified.textAt("executionId")).isProblem(404);
    client().verify("somebody", Photos.of(Person.HUGO)).isVerified();
  }

  @Test
  void forgettingAStrangerIsHarmless() {
    Answer receipt = client().delete("/v1/riders/stranger");

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.listAt("faces")).isEmpty();
    assertThat(receipt.at("photos")).isEqualTo(0);
    assertThat(receipt.at("executions")).isEqualTo(0);
    assertThat(receipt.at("profile")).isEqualTo(false);
  }

  @Test
  void withoutWaitingTheAnswerSaysWhereToLook() {
    Answer begun =
        client()
            .post(
                "/v1/riders/ingrid/photo",
                new Form().file("photo", "me.jpg", Photos.of(Person.INGRID)));

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.at("status")).isEqualTo("RUNNING");
    assertThat(begun.header("Location")).isEqualTo("/v1/executions/" + begun.textAt("executionId"));
    client().ended(begun).isVerified();
  }

  @Test
  void progressIsToldUntilTheEnd() {
    Answer begun =
        client()
            .post(
                "/v1/riders/jonas/photo",
                new Form().file("photo", "me.jpg", Photos.of(Person.JONAS)));

    Answer events = client().get(begun.header("Location") + "/events");

    assertThat(events.header("Content-Type")).startsWith("text/event-stream");
    List<String> told = events.text().lines().filter(line -> line.startsWith("data:")).toList();
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told.getLast()).contains("\"status\":\"VERIFIED\"", "\"endedAt\"");
    assertThat(told.subList(0, told.size() - 1))
        .allSatisfy(event -> assertThat(event).contains("\"status\":\"RUNNING\""));
  }

  @Test
  void theImageMayBeTheWholeBody() {
    Photo png = Photos.png(Portrait.of(Person.KIRA).size(320, 320));

    Answer answer =
        client().send("POST", "/v1/riders/kira/photo?wait=true", "image/png", png.bytes());

    assertThat(answer.isVerified().textAt("photo/s3key")).endsWith("/photo.png");
  }

  @Test
  void theBodyNeedsNoTypeAndTheWrongOneDoesNotMatter() {
    byte[] nobody = Photos.nobody().bytes();

    for (String type : List.of("", "text/plain", "application/json", "application/octet-stream")) {
      client()
          .send("POST", "/v1/riders/leon/photo?wait=true", type, nobody)
          .isRejected("Detected 0 faces in the photo.");
    }
  }

  @Test
  void everyRefusalIsMailedOnce() throws IOException {
    Form form =
        new Form().file("photo", "me.jpg", Photos.nobody()).field("email", "maya@example.com");
    Answer asked =
        client().post("/v1/riders/maya/photo?wait=true", form).isRejected(nobodyIsThere());
    Answer silent = client().verify("niko", Photos.nobody()).isRejected(nobodyIsThere());
    Answer inQuery =
        client()
            .send(
                "POST",
                "/v1/riders/olivia/photo?wait=true&email=olivia@example.com",
                "image/jpeg",
                Photos.nobody().bytes())
            .isRejected(nobodyIsThere());

    assertMail(asked, "To: maya@example.com");
    assertMail(silent, "To: niko@localhost");
    assertMail(inQuery, "To: olivia@example.com");
    assertThat(SERVER.mails().stream().filter(mail -> mail.contains("To: niko@"))).hasSize(1);
  }

  @Test
  void verifiedRidersGetNoMail() throws IOException {
    client().verify("pablo", Photos.of(Person.PABLO)).isVerified();

    assertThat(SERVER.mails()).noneMatch(mail -> mail.contains("pablo"));
  }

  @Test
  void theFileNameIsKeptWhateverItIs() {
    Form form = new Form().file("photo", "../a b+c%20ü😀.jpg", Photos.nobody());

    Answer answer = client().post("/v1/riders/x/photo?wait=true", form).isRejected(nobodyIsThere());

    assertThat(answer.textAt("photo/s3key")).endsWith("/..%2Fa b+c%2520ü😀.jpg");
  }

  private static Client client() {
    return SERVER.client();
  }

  private static String nobodyIsThere() {
    return "Detected 0 faces in the photo.";
  }

  private static List<String> names(Answer execution) {
    return execution.listAt("steps").stream()
        .map(step -> String.valueOf(((Map<?, ?>) step).get("name")))
        .toList();
  }

  private static void assertThumbnail(String rider, String contentType, int width, int height)
      throws IOException {
    Answer answer = client().get("/v1/riders/" + rider + "/thumbnail");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(contentType);
    assertThat(Photo.of(answer.body()).format().map(PhotoFormat::contentType))
        .hasValue(contentType);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  private static void assertMail(Answer refused, String to) throws IOException {
    String mail =
        Folders.text(
            SERVER.data().resolve("mailbox").resolve(refused.textAt("executionId") + ".eml"));
    assertThat(mail).contains(to).contains("Detected 0 faces in the photo.");
    assertThat(mail).contains("X-Rider-Photos-Error: " + NOT_GOOD_ENOUGH);
  }
}
