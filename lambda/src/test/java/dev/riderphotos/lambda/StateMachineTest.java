package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.consent.Consent;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.consent.Terms;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.lambda.testkit.Interpreter;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of the state machine from outside: how it is begun, and what it leaves. */
class StateMachineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Verifications verifications = new Verifications();
  private final StateFunctions functions =
      new StateFunctions(
          verifications.ports().separateStates(Verifications.AS_IN_THE_REFERENCE), "rider-photos");

  @Test
  void aVerifiedPhotosStateHasTheReferencesShape() {
    keep("1_happy_face.jpg", Photos.oneFace());

    Interpreter.End end = run(typed("user_a", "1_happy_face.jpg"));

    assertThat(end.succeeded()).isTrue();
    JsonNode state = end.output();
    assertThat(names(state))
        .containsExactlyInAnyOrder(
            "executionId",
            "userId",
            "s3Bucket",
            "s3Key",
            "detectedFaceDetails",
            "duplicateCheck",
            "parallelResult",
            "settled");
    assertThat(names(state.path("detectedFaceDetails")))
        .containsExactlyInAnyOrder("BoundingBox", "Confidence", "Pose", "Quality", "Sunglasses");
    assertThat(names(state.at("/parallelResult/0")))
        .containsExactlyInAnyOrder(
            "FaceId", "BoundingBox", "ImageId", "ExternalImageId", "Confidence");
    assertThat(state.at("/parallelResult/0/ExternalImageId").asText()).isEqualTo("user_a");
    assertThat(state.at("/parallelResult/1/thumbnail/s3key").asText())
        .isEqualTo("resized-1_happy_face.jpg");
    assertThat(verifications.profiles().all()).hasSize(1);
  }

  @Test
  void aRefusedPhotoIsASuccessThatTellsTheMessage() {
    keep("4_no_face.jpg", Photos.nobody());

    Interpreter.End end = run(typed("user_a", "4_no_face.jpg"));

    assertThat(end.succeeded()).isTrue();
    assertThat(end.output().at("/messageToSend/title").asText())
        .isEqualTo("PhotoDoesNotMeetRequirementError");
    assertThat(end.output().at("/messageToSend/message").asText())
        .isEqualTo("Detected 0 faces in the photo.");
    assertThat(verifications.collection().size()).isZero();
    assertThat(verifications.profiles().all()).isEmpty();
  }

  @Test
  void anEventThatIsToldFiveTimesIsOneExecution() {
    String key = "riders/jürgen/mein foto+100%.jpg";
    keep(key, Photos.oneFace());

    List<Interpreter.End> ends =
        IntStream.rangeClosed(1, 5)
            .mapToObj(_ -> run(Functions.arrival("rider-photos", key)))
            .toList();

    assertThat(ends).allMatch(Interpreter.End::succeeded);
    assertThat(verifications.executions().all())
        .singleElement()
        .satisfies(
            execution -> {
              assertThat(execution.status()).isEqualTo(Status.VERIFIED);
              assertThat(execution.submission().rider().value()).isEqualTo("jürgen");
            });
    assertThat(verifications.notifier().sent()).isEmpty();
  }

  @Test
  void whatAnObjectSaysOfConsentIsKeptAndWhereItSaysNothingItIsDeleted() {
    Consents required = new Consents(Asked.REQUIRED, Consents.shipped(Terms.DEFAULT, Contact.NONE));
    StateFunctions asking =
        new StateFunctions(
            verifications
                .ports()
                .withConsents(required)
                .separateStates(Verifications.AS_IN_THE_REFERENCE),
            "rider-photos",
            ref -> required.told(verifications.photos(), ref, Instant.EPOCH));
    PhotoRef agreed = new PhotoRef("rider-photos", "riders/ada/agreed.jpg");
    String version = required.text(Language.SPANISH).version();
    verifications.photos().put(agreed, Photos.oneFace(), version);
    keep("riders/ada/silent.jpg", Photos.oneFace());

    for (String key : List.of("riders/ada/agreed.jpg", "riders/ada/silent.jpg")) {
      JsonNode event = Functions.arrival("rider-photos", key);
      assertThat(
              Interpreter.get()
                  .run(
                      Functions.run(UUID.randomUUID().toString()).value(),
                      event,
                      Functions.tasks(asking))
                  .succeeded())
          .isTrue();
    }

    assertThat(verifications.profiles().find(Riders.ada()).orElseThrow().consent())
        .isEqualTo(new Consent(version, Language.SPANISH, Instant.EPOCH));
    assertThat(verifications.executions().all())
        .extracting(Execution::status)
        .containsExactlyInAnyOrder(Status.VERIFIED, Status.REJECTED);
    assertThat(verifications.photos().refs())
        .contains(agreed)
        .doesNotContain(new PhotoRef("rider-photos", "riders/ada/silent.jpg"));
  }

  @Test
  void theEventOfAServersOwnUploadIsNoExecution() {
    Execution submitted = verifications.submit(Riders.ada(), Photos.oneFace(), false);

    Interpreter.End end =
        run(Functions.arrival("rider-photos", submitted.submission().photo().key()));

    assertThat(end.succeeded()).isTrue();
    assertThat(verifications.executions().all()).containsExactly(submitted);
    assertThat(verifications.run(submitted).status()).isEqualTo(Status.VERIFIED);
    Consistency.holds(verifications);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"userId\":7,\"s3Bucket\":\"rider-photos\",\"s3Key\":\"k\"}",
        "{\"userId\":\"a\",\"s3Bucket\":\"rider-photos\",\"s3Key\":\"folder/\"}",
        "{\"userId\":\"a\",\"s3Bucket\":\"others\",\"s3Key\":\"k\"}",
      })
  void whatNothingCanBeBegunWithFailsAndWritesNothing(String input) throws JsonProcessingException {
    Interpreter.End end = run(JSON.readTree(input));

    assertThat(end.succeeded()).isFalse();
    assertThat(end.error()).isEqualTo("InvalidExecutionInput");
    assertThat(JSON.readTree(end.cause()).path("errorMessage").asText()).endsWith(".");
    assertThat(verifications.executions().all()).isEmpty();
  }

  @Test
  void aPhotoThatBecameAnotherIsNotRegistered() {
    keep("photo.jpg", Photos.of(Person.ADA));
    JsonNode input = typed("ada", "photo.jpg");
    String run = Functions.run("changed").value();

    Interpreter.End end =
        Interpreter.get()
            .run(
                run,
                input,
                (state, payload) -> {
                  if (state.equals("AddFaceToIndex")) {
                    keep("photo.jpg", Photos.of(Person.BORIS));
                  }
                  return call(state, payload);
                });

    assertThat(end.succeeded()).isFalse();
    assertThat(end.error()).isEqualTo("BackendFailedError");
    assertThat(verifications.executions().all())
        .singleElement()
        .satisfies(
            execution -> {
              assertThat(execution.status()).isEqualTo(Status.FAILED);
              assertThat(execution.fault())
                  .isEqualTo(
                      "Could not go on with a photo that was changed after it was looked at");
            });
    assertThat(verifications.collection().size()).isZero();
    Consistency.holds(verifications);
  }

  private Interpreter.End run(JsonNode input) {
    return Interpreter.get()
        .run(Functions.run(UUID.randomUUID().toString()).value(), input, this::call);
  }

  private JsonNode call(String state, JsonNode payload) {
    return Functions.tasks(functions).run(state, payload);
  }

  private void keep(String key, Photo photo) {
    verifications.photos().put(new PhotoRef("rider-photos", key), photo);
  }

  private static JsonNode typed(String rider, String key) {
    return JSON.createObjectNode()
        .put("userId", rider)
        .put("s3Bucket", "rider-photos")
        .put("s3Key", key);
  }

  private static List<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }
}
