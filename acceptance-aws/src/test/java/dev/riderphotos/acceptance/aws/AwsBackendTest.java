package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.KeySecret;
import dev.riderphotos.access.RecogniseKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.testkit.SharedPhotos;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything on AWS gives the verdicts that everything on one machine gives. */
class AwsBackendTest {
  private static final int RIDERS = 8;

  @RegisterExtension static final RunningServer EMBEDDED = new RunningServer();
  @RegisterExtension static final AwsServer AWS = new AwsServer();

  /** Six people, each with a second photo of their own under another name, and odd ones out. */
  @Test
  void verdictsAreTheSame() {
    List<Photo> photos = new ArrayList<>();
    for (Person person : Person.named().subList(0, 6)) {
      photos.add(Photos.of(person));
      photos.add(Photos.anotherOf(person));
    }
    photos.add(Photos.withSunglasses(Person.named().get(13)));
    photos.add(Photos.twoFaces());
    photos.add(Photos.nobody());
    photos.add(Photos.truncated());
    photos.add(Photos.tooSmall());

    assertThat(verdicts(AWS.client(), photos))
        .containsExactlyElementsOf(verdicts(EMBEDDED.client(), photos))
        .contains("VERIFIED", "REJECTED FaceAlreadyExistsError ALREADY_REGISTERED");
  }

  @Test
  void verdictsOnRealPhotosAreTheSame() {
    List<Photo> photos =
        Stream.of("1_happy_face", "2_sunglass_face", "3_multiple_faces", "4_no_face")
            .map(name -> SharedPhotos.photo(name + ".jpg"))
            .toList();

    assertThat(verdicts(AWS.client(), photos))
        .containsExactlyElementsOf(verdicts(EMBEDDED.client(), photos))
        .startsWith("VERIFIED");
  }

  private static List<String> verdicts(Client client, List<Photo> photos) {
    List<String> verdicts = new ArrayList<>();
    for (Photo photo : photos) {
      // As a body: forms of all applications in one JVM spool into the folder of the last.
      String path = Client.photoOf("rider-" + UUID.randomUUID()) + "?wait=true";
      Answer answer = client.send("POST", path, "application/octet-stream", photo.bytes());
      verdicts.add(
          answer.textAt("status").equals("VERIFIED")
              ? "VERIFIED"
              : "%s %s %s"
                  .formatted(answer.at("status"), answer.at("error"), answer.at("reasons/0/code")));
    }
    return verdicts;
  }

  @AfterEach
  void bringRekognitionBack() {
    AWS.rekognitionIsAway(Duration.ZERO);
  }

  @Test
  void ofManyRidersWithOneFaceOneIsVerified() {
    Photo photo = Photos.of(Person.named().get(14));
    long before = AWS.application().get(RiderFaces.class).size();
    AWS.rekognitionIsAway(Duration.ofMillis(50));

    List<Answer> answers =
        Concurrently.call(RIDERS, rider -> AWS.client().verify("one-of-many-" + rider, photo));

    assertThat(answers).filteredOn(answer -> "VERIFIED".equals(answer.at("status"))).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !"VERIFIED".equals(answer.at("status")))
        .hasSize(RIDERS - 1)
        .allSatisfy(answer -> answer.isRejected("Face in the picture is already in the system. "));
    assertThat(AWS.application().get(RiderFaces.class).size()).isEqualTo(before + 1);
  }

  @Test
  void aPhotoThatIsPutIntoTheBucketIsVerified() {
    UUID execution = UUID.randomUUID();
    PhotoRef ref =
        new PhotoRef(AWS.name("photos"), "riders/by event/" + execution + "/me + you.jpg");
    AWS.application().get(PhotoStore.class).put(ref, Photos.of(Person.named().get(15)));

    tellOf(ref);

    assertThat(ended(execution.toString()).at("status")).isEqualTo("VERIFIED");
    assertThat(AWS.client().get("/v1/riders/by%20event").textAt("s3key")).isEqualTo(ref.key());
  }

  @Test
  void facesAreCutOutOfAPictureThatIsPutIntoTheBucket() {
    PhotoRef ref = new PhotoRef(AWS.name("pictures"), "couple.jpg");
    AWS.application().get(PhotoStore.class).put(ref, Photos.twoFaces());

    tellOf(ref);

    Answer second = AWS.client().get(crop(ref, 1));
    assertThat(second.header("Content-Type")).isEqualTo("image/png");
    assertThat(AWS.client().get(crop(ref, 0)).body()).isNotEqualTo(second.body());
  }

  /** Asked for until it is there. */
  private static String crop(PhotoRef source, int place) {
    String list = "/v1/extractions?source=s3://%s/%s".formatted(source.bucket(), source.key());
    Object image = null;
    while (image == null) {
      image = AWS.client().get(list).at("extractions/0/crops/" + place + "/image");
    }
    return image.toString();
  }

  /** They are kept with the records, so that every instance knows them. */
  @Test
  void keysAndLinksAreKnownToEveryInstance() throws IOException {
    CreateApiKey creation = AWS.application().get(CreateApiKey.class);
    KeySecret secret = creation.create("gate", Set.of(Scope.OPERATE)).secret();
    String link =
        AWS.application()
            .get(RiderLinks.class)
            .issue(new RiderId("ada"), Duration.ofHours(1))
            .token();

    try (Application other = Application.openUnchecked(AWS.data(), AWS.settings())) {
      assertThat(other.get(RecogniseKey.class).recognise(secret)).isPresent();
      assertThat(other.get(RiderLinks.class).open(link))
          .isInstanceOf(RiderLinks.Opened.Admitted.class);
    }
  }

  @Test
  void aRefusedRiderGetsAMail() {
    Answer refused =
        AWS.client()
            .post(
                Client.photoOf("mailed") + "?wait=true",
                new Form()
                    .field("email", "mailed@example.com")
                    .file("photo", "me.jpg", Photos.nobody()));

    assertThat(refused.at("status")).isEqualTo("REJECTED");
    assertThat(AwsServer.ses().mails())
        .filteredOn(mail -> mail.to().equals("mailed@example.com"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("Detected 0 faces in the photo."));
  }

  @Test
  void aRiderIsErased() {
    AWS.client().verify("erased", Photos.of(Person.ofSeed(1))).isVerified();

    Answer receipt = AWS.client().delete("/v1/riders/erased");

    assertThat(receipt.status()).isEqualTo(200);
    AWS.client().get("/v1/riders/erased").isProblem(404);
  }

  @Test
  void nothingIsKeptOnThisMachine() {
    assertThat(AWS.data()).doesNotExist();
  }

  @Test
  void healthTellsOfEveryBackend() {
    Answer health = AWS.client().get("/health");

    assertThat(health.at("status")).as(health.text()).isEqualTo("UP");
    assertThat(AWS.application().all(HealthChecked.class))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            backend ->
                assertThat(health.at("details/" + backend.name() + "/status")).isEqualTo("UP"));
  }

  @Test
  void callsAreTimed() {
    AWS.client().verify("timed", Photos.nobody());

    assertThat(AWS.client().get("/prometheus").text())
        .containsPattern(
            "rider_photos_aws_calls_seconds_count\\{operation=\"PutObject\","
                + "outcome=\"SUCCEEDED\",service=\"S3\"} [1-9]");
  }

  private static void tellOf(PhotoRef ref) {
    String url =
        AwsServer.aws()
            .sqs()
            .getQueueUrl(request -> request.queueName(AWS.name("events")))
            .queueUrl();
    String body = S3Messages.notification(ref, "01", Instant.now());
    var _ = AwsServer.aws().sqs().sendMessage(request -> request.queueUrl(url).messageBody(body));
  }

  /** Asked for until it is begun. */
  private static Answer ended(String execution) {
    Answer begun = AWS.client().get("/v1/executions/" + execution);
    while (begun.status() == 404) {
      begun = AWS.client().get("/v1/executions/" + execution);
    }
    return AWS.client().ended(begun);
  }
}
