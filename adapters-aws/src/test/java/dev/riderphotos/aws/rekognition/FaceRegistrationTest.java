package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.Registration.Duplicate;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Face;

/** Nothing is half done, whatever breaks, and whoever else is at it. */
@OnAws
class FaceRegistrationTest {
  private static final ImageId IMAGE = new ImageId("image");

  /** Of a registration's calls the one that indexes. */
  private static final int INDEXING = 4;

  private final InMemoryRekognition rekognition = new InMemoryRekognition();
  private final Faults faults = new Faults();
  private final Aws aws;
  private final FaceTables tables;

  FaceRegistrationTest(Aws aws) {
    this.aws = aws;
    this.tables = FaceTablesOnAws.create(aws);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whateverCallFailsARetryRegistersTheFaceOnce(Fault fault) {
    for (int call = 1; strikes(call, fault); call++) {
      Registered registered = (Registered) healed().register(ada(IMAGE, "ada"));

      assertThat(registered.face().image()).as("call " + call).isEqualTo(IMAGE);
      assertThat(healed().find(registered.face().id())).contains(registered.face());
      assertOnlyFace(registered.face());
      healed().deleteFacesOf(IMAGE);
      assertNothingIsLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whateverCallFailsUndoingLeavesNothing(Fault fault) {
    for (int call = 1; strikes(call, fault); call++) {
      healed().deleteFacesOf(IMAGE);

      assertNothingIsLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whateverCallFailsUndoingLeavesNothingOfAPhotoThatWasSent(Fault fault) {
    NewFace sent = newFace(PrintedFaces.inline(Portrait.of(Person.ADA)), IMAGE, "ada", false);
    for (int call = 1; strikes(call, fault, sent); call++) {
      healed().deleteFacesOf(IMAGE);

      assertNothingIsLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whateverCallOfUndoingFailsARetryLeavesNothing(Fault fault) {
    for (int call = 1; ; call++) {
      assertThat(healed().register(ada(IMAGE, "ada"))).isInstanceOf(Registered.class);
      faults.nth(call, fault, _ -> true);
      try {
        broken().deleteFacesOf(IMAGE);
        faults.heal();
        break;
      } catch (BackendException | Faults.Crash expected) {
        faults.heal();
      }
      healed().deleteFacesOf(IMAGE);
      assertNothingIsLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatIsLeftOfACrashBarsNobodyElse(Fault fault) {
    for (int call = 1; strikes(call, fault); call++) {
      boolean done = !healed().search(ada(IMAGE, "ada").face().print(), 70, 3).isEmpty();

      Registration another = healed().register(ada(new ImageId("another"), "another"));

      assertThat(another).isInstanceOf(done ? Duplicate.class : Registered.class);
      healed().deleteFacesOf(IMAGE);
      healed().deleteFacesOf(new ImageId("another"));
      assertNothingIsLeft();
    }
  }

  @Test
  void ofTwoProcessesOneRegistersAFace() {
    List<RekognitionRiderFaces> processes = List.of(healed(), healed());
    for (int round = 1; round <= 10; round++) {
      String images = "round-" + round + "-";
      List<Registration> answers =
          Concurrently.call(
              8,
              number ->
                  processes
                      .get(number % 2)
                      .register(ada(new ImageId(images + number), "rider-" + number)));

      List<Registered> registered =
          answers.stream()
              .filter(Registered.class::isInstance)
              .map(Registered.class::cast)
              .toList();
      assertThat(registered).as("round " + round).hasSize(1);
      assertThat(answers).filteredOn(Duplicate.class::isInstance).hasSize(7);
      assertOnlyFace(registered.getFirst().face());
      healed().delete(registered.getFirst().face().id());
    }
  }

  @Test
  void whoLostTheLeaseRegistersNothing() {
    AtomicReference<Registration> second = new AtomicReference<>();
    rekognition.beforeIndexing(
        () -> second.set(later().register(ada(new ImageId("quick"), "quick"))));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> healed().register(ada(IMAGE, "slow")))
        .matches(BackendException::retryable);

    assertThat(second.get()).isInstanceOf(Registered.class);
    assertThat(healed().register(ada(IMAGE, "slow"))).isInstanceOf(Duplicate.class);
    assertOnlyFace(((Registered) second.get()).face());
  }

  @Test
  void whoLostTheLeaseDeletesNoFaceThatAnotherWasGiven() {
    rekognition.remembersPhotos();
    AtomicReference<Registration> second = new AtomicReference<>();
    rekognition.beforeIndexing(() -> second.set(later().register(ada(IMAGE, "ada"))));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> healed().register(ada(IMAGE, "ada")));

    assertThat(healed().register(ada(IMAGE, "ada"))).isEqualTo(second.get());
    assertOnlyFace(((Registered) second.get()).face());
  }

  @Test
  void aDeadProcessIsWaitedForNoLongerThanItsLease() {
    assertThat(strikes(2, Fault.CRASH)).isTrue();

    assertThat(later().register(ada(new ImageId("another"), "another")))
        .isInstanceOf(Registered.class);
  }

  @Test
  void aFaceIsFoundWhenItsRegistrationReturns() {
    rekognition.findsFacesAfter(3);

    IndexedFace ada = ((Registered) healed().register(ada(IMAGE, "ada"))).face();

    assertThat(healed().search(ada(IMAGE, "ada").face().print(), 70, 3))
        .extracting(match -> match.face())
        .containsExactly(ada);
  }

  @Test
  void aFaceThatIsIndexedAfterAllIsDeletedByWhomItWouldBar() {
    assertThat(strikes(INDEXING, Fault.RETRYABLE)).isTrue();
    healed().deleteFacesOf(IMAGE);
    var _ = rekognition.indexFaces(PrintedFaces.indexing(ada(IMAGE, "ada").face(), "ada"));

    IndexedFace again = ((Registered) healed().register(ada(new ImageId("again"), "ada"))).face();

    assertOnlyFace(again);
  }

  @Test
  void intentsAreForgottenWhenNothingMoreCanComeOfThem() {
    assertThat(strikes(INDEXING, Fault.RETRYABLE)).isTrue();
    healed().deleteFacesOf(IMAGE);
    assertThat(intents()).hasSize(1);

    later().deleteFacesOf(new ImageId("another"));

    assertThat(intents()).isEmpty();
  }

  @Test
  void aRegistrationLeavesNoIntent() {
    assertThat(healed().register(ada(IMAGE, "ada"))).isInstanceOf(Registered.class);
    assertThat(intents()).isEmpty();
  }

  @Test
  void aPhotoThatTheRiderSentBeforeMayHaveTheSameFace() {
    rekognition.remembersPhotos();
    ImageId again = new ImageId("again");
    IndexedFace first = ((Registered) healed().register(ada(IMAGE, "ada"))).face();

    IndexedFace second = ((Registered) healed().register(replacing(again))).face();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(healed().find(first.id())).contains(second);
    healed().deleteFacesOf(again);
    assertThat(healed().find(first.id())).contains(first);
    assertOnlyFace(first);
    healed().deleteFacesOf(IMAGE);
    assertNothingIsLeft();
  }

  @Test
  void undoingSparesAFaceThatOthersIndexedUnderTheSameName() {
    rekognition.remembersPhotos();
    var _ = rekognition.indexFaces(PrintedFaces.indexing(ada(IMAGE, "ada").face(), "ada"));
    List<Face> before = rekognition.faces();
    for (int call = 1; strikes(call, Fault.CRASH_AFTERWARDS, replacing(IMAGE)); call++) {
      healed().deleteFacesOf(IMAGE);

      assertThat(rekognition.faces()).as("call " + call).isEqualTo(before);
    }
    healed().deleteFacesOf(IMAGE);
    assertThat(rekognition.faces()).isEqualTo(before);
  }

  @Test
  void costsThreeCallsOfRekognitionAndThreeOfTheTables() {
    assertThat(broken().register(ada(IMAGE, "ada"))).isInstanceOf(Registered.class);

    assertThat(faults.calls())
        .extracting(Faults.Call::toString)
        .containsExactly(
            "DynamoDbClient.updateItem",
            "RekognitionClient.searchFacesByImage",
            "DynamoDbClient.updateItem",
            "RekognitionClient.indexFaces",
            "RekognitionClient.searchFaces",
            "DynamoDbClient.transactWriteItems");
  }

  /** Whether the fault struck at this call: there were so many. */
  private boolean strikes(int call, Fault fault) {
    return strikes(call, fault, ada(IMAGE, "ada"));
  }

  private boolean strikes(int call, Fault fault, NewFace face) {
    faults.nth(call, fault, _ -> true);
    int before = faults.calls().size();
    try {
      var _ = broken().register(face);
    } catch (BackendException | Faults.Crash expected) {
      // on purpose
    }
    faults.heal();
    return faults.calls().size() - before >= call;
  }

  /** A process whose calls may fail. */
  private RekognitionRiderFaces broken() {
    return FaceTablesOnAws.faces(
        faults.around(RekognitionClient.class, rekognition),
        faults.around(DynamoDbClient.class, aws.dynamoDb()),
        FaceTablesOnAws.terms(tables),
        InstantSource.system());
  }

  /** A process that was started when the lease of a broken one was over. */
  private RekognitionRiderFaces healed() {
    return after(Duration.ofMinutes(1));
  }

  /** A process that takes the lease of everybody else to be over. */
  private RekognitionRiderFaces later() {
    return after(Duration.ofHours(2));
  }

  private RekognitionRiderFaces after(Duration time) {
    return FaceTablesOnAws.faces(
        rekognition, aws.dynamoDb(), FaceTablesOnAws.terms(tables), () -> Instant.now().plus(time));
  }

  private NewFace ada(ImageId image, String name) {
    return newFace(stored(), image, name, false);
  }

  private NewFace replacing(ImageId image) {
    return newFace(stored(), image, "ada", true);
  }

  private DetectedFace stored() {
    return PrintedFaces.stored(rekognition, Portrait.of(Person.ADA));
  }

  private static NewFace newFace(
      DetectedFace face, ImageId image, String name, boolean mayResembleOwn) {
    return new NewFace(image, ExternalImageId.of(name), face, mayResembleOwn);
  }

  private void assertOnlyFace(IndexedFace face) {
    assertThat(rekognition.faces()).extracting(Face::faceId).containsExactly(face.id().value());
    assertThat(aws.dynamoDb().scan(request -> request.tableName(tables.faces())).items())
        .extracting(item -> Attributes.textOf(item, "FaceId"))
        .containsExactly(face.id().value());
  }

  private void assertNothingIsLeft() {
    assertThat(rekognition.faces()).isEmpty();
    assertThat(aws.dynamoDb().scan(request -> request.tableName(tables.faces())).items()).isEmpty();
    assertThat(aws.dynamoDb().scan(request -> request.tableName(tables.claims())).items())
        .extracting(item -> Attributes.textOf(item, "claim"))
        .containsExactly("lease/role/riders");
  }

  private Map<String, AttributeValue> intents() {
    return aws.dynamoDb().scan(request -> request.tableName(tables.claims())).items().stream()
        .filter(item -> item.containsKey("intents"))
        .findFirst()
        .map(item -> Attributes.valueOf(item, "intents").m())
        .orElseThrow();
  }
}
