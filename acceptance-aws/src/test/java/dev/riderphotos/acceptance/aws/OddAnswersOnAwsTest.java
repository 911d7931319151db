package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.FaultyNetwork;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.aws.testkit.OddAnswer;
import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Somebody else answers in the place of one service after the other, on the way of one photo. */
class OddAnswersOnAwsTest {
  private static final Photo PHOTO = Photos.of(Person.named().get(3));

  @RegisterExtension
  @Order(1)
  static final FaultyNetwork NETWORK = new FaultyNetwork();

  @RegisterExtension
  @Order(2)
  static final AwsServer AWS = new AwsServer(Map.of("retries.attempts", 2), NETWORK::before);

  /** Once with an answer of each kind. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      names = {
        "FORBIDDEN",
        "NOT_FOUND",
        "PROXY_WANTS_A_PASSWORD",
        "BAD_GATEWAY",
        "PAGE",
        "HALF_JSON",
        "BROKEN_OFF"
      })
  private @interface AnsweredOddly {}

  @AfterEach
  void heal() {
    NETWORK.heal();
  }

  /**
   * Whatever a step meets, its execution ends as failed, undone and free for the next one, which
   * goes one step further; the last one is verified.
   */
  @AnsweredOddly
  void whateverAnswersAPhotoIsVerifiedOnceItIsMended(OddAnswer answer) {
    fails(answer, "DetectFaces");
    fails(answer, "SearchFacesByImage");
    fails(answer, "IndexFaces");
    fails(answer, "PUT /" + AWS.name("thumbnails"));
    fails(answer, "PutItem", '"' + AWS.name("riders") + '"');

    verify("odd").isVerified();
    assertThat(AWS.client().delete("/v1/riders/odd").status()).isEqualTo(200);
  }

  @AnsweredOddly
  void withoutItsExecutionNoPhotoIsTaken(OddAnswer answer) {
    NETWORK.answers(answer, "PutItem", '"' + AWS.name("executions") + '"');

    assertUnavailable("not-begun");
  }

  /** What S3 is asked to keep is not kept: nothing begins, and the caller may try again. */
  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "NOT_FOUND_PAGE", "BAD_GATEWAY", "PAGE", "HALF_XML"})
  void aPhotoThatCannotBeKeptIsNoExecution(OddAnswer answer) {
    NETWORK.answers(answer, "PUT /" + AWS.name("photos"));

    assertUnavailable("kept-nowhere");
  }

  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "BAD_GATEWAY", "PAGE", "BROKEN_OFF"})
  void aMailThatIsNotTakenChangesNoVerdict(OddAnswer answer) {
    String address = UUID.randomUUID() + "@example.com";
    NETWORK.answers(answer, "POST /v2/email/outbound-emails");

    Answer unheard = refused(address);

    assertThat(NETWORK.struck()).isPositive();
    assertThat(unheard.at("status")).isEqualTo("REJECTED");
    assertThat(unheard.textAt("steps/1/error")).startsWith("Could not ");
    NETWORK.heal();
    assertThat(refused(address).at("status")).isEqualTo("REJECTED");
    assertThat(AwsServer.ses().mails()).filteredOn(mail -> mail.to().equals(address)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "NOT_FOUND", "BAD_GATEWAY", "PAGE", "HALF_JSON"})
  void withoutItsSecretAnInstanceSignsNothingAndDoesOnceItIsMended(OddAnswer answer)
      throws IOException {
    RiderId ada = new RiderId("ada");
    try (Application other = Application.openUnchecked(AWS.data(), AWS.settings())) {
      RiderLinks links = other.get(RiderLinks.class);
      NETWORK.answers(answer, "GetSecretValue");

      assertThatThrownBy(() -> links.issue(ada, Duration.ofHours(1)))
          .isInstanceOf(BackendException.class);

      NETWORK.heal();
      assertThat(links.issue(ada, Duration.ofHours(1)).token()).isNotEmpty();
    }
  }

  @Test
  void eventsWaitUntilTheirQueueAnswersAgain() {
    PhotoRef ref =
        new PhotoRef(AWS.name("photos"), "riders/waiting/" + UUID.randomUUID() + "/me.jpg");
    AWS.application().get(PhotoStore.class).put(ref, PHOTO);
    NETWORK.answers(OddAnswer.PROXY_WANTS_A_PASSWORD_PAGE, "AmazonSQS.");
    while (NETWORK.struck() < 2) {
      assertThat(AWS.client().get("/v1/riders/waiting").status()).isEqualTo(404);
    }

    NETWORK.heal();
    tellOf(ref);

    Answer rider = AWS.client().get("/v1/riders/waiting");
    while (rider.status() == 404) {
      rider = AWS.client().get("/v1/riders/waiting");
    }
    assertThat(rider.textAt("s3key")).isEqualTo(ref.key());
    assertThat(AWS.client().delete("/v1/riders/waiting").status()).isEqualTo(200);
  }

  private static void assertUnavailable(String rider) {
    String head =
        "POST /v1/riders/%s/photo HTTP/1.1\nHost: localhost\nConnection: close\n"
            + "Content-Length: %d\n\n";
    assertThat(AWS.client().exchange(head.formatted(rider, PHOTO.size()), PHOTO.bytes()))
        .startsWith("HTTP/1.1 503 ")
        .containsPattern("(?i)retry-after: \\d");
    assertThat(NETWORK.struck()).isPositive();
    assertUndone(rider);
  }

  private static void fails(OddAnswer answer, String... call) {
    NETWORK.answers(answer, call);

    Answer failed = verify("odd");

    assertThat(NETWORK.struck()).as(List.of(call).toString()).isPositive();
    assertThat(failed.at("status")).as(failed.text()).isEqualTo("FAILED");
    assertThat(failed.text()).contains("Could not ").doesNotContain("Unexpected", "Exception");
    assertUndone("odd");
    NETWORK.heal();
  }

  private static Answer verify(String rider) {
    return AWS.client()
        .post(Client.photoOf(rider) + "?wait=true", new Form().file("photo", "me.jpg", PHOTO));
  }

  private static void assertUndone(String rider) {
    assertThat(AWS.application().get(RiderFaces.class).size()).isZero();
    AWS.client().get("/v1/riders/" + rider).isProblem(404);
    assertThat(
            AwsServer.aws()
                .s3()
                .listObjectsV2(request -> request.bucket(AWS.name("thumbnails")))
                .contents())
        .extracting(S3Object::key)
        .isEmpty();
  }

  private static Answer refused(String address) {
    return AWS.client()
        .post(
            Client.photoOf("mailed") + "?wait=true",
            new Form().field("email", address).file("photo", "me.jpg", Photos.nobody()));
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
}
