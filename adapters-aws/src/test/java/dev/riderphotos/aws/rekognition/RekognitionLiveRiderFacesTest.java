package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.dynamodb.DynamoDbFaceCounterparts;
import dev.riderphotos.aws.dynamodb.DynamoDbLiveCollections;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration.Duplicate;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.LiveRiderFacesContract;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Collections of Rekognition's, and the record of what is live in DynamoDB. */
@OnAws
class RekognitionLiveRiderFacesTest extends LiveRiderFacesContract {
  private static final CollectionId NEXT = new CollectionId("next");

  private final InMemoryRekognition rekognition = new InMemoryRekognition();
  private final Aws aws;
  private final FaceTables tables;
  private final DynamoDbLiveCollections live;
  private final DynamoDbFaceCounterparts counterparts;
  private final RekognitionRiderFaces faces;

  RekognitionLiveRiderFacesTest(Aws aws) {
    this.aws = aws;
    this.tables = FaceTablesOnAws.create(aws);
    this.live =
        new DynamoDbLiveCollections(
            aws.dynamoDb(),
            aws.newTable(DynamoDbLiveCollections::table),
            Map.of(Role.RIDERS, first()));
    this.counterparts =
        new DynamoDbFaceCounterparts(aws.dynamoDb(), aws.newTable(DynamoDbFaceCounterparts::table));
    this.faces = process();
  }

  @Override
  protected RiderFaces faces() {
    return faces;
  }

  @Override
  protected LiveCollections live() {
    return live;
  }

  @Override
  protected FaceCounterparts counterparts() {
    return counterparts;
  }

  @Override
  protected RegistrationTurn turn() {
    return process();
  }

  @Override
  protected CollectionId first() {
    return InMemoryLiveCollections.RIDERS;
  }

  @Override
  protected CollectionId next() {
    return NEXT;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return PrintedFaces.stored(rekognition, portrait);
  }

  @Override
  protected int callers() {
    return 4;
  }

  /** The switch comes when the face is indexed, by who did not wait for the lease. */
  @Test
  void aFaceIsNeverRegisteredInACollectionThatIsNotLiveAnyMore() {
    live.pair(Role.RIDERS, NEXT);
    var _ = live.of(Role.RIDERS);
    rekognition.beforeIndexing(() -> live.switchOver(Role.RIDERS, first(), NEXT));
    NewFace ada = ada("1");

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> faces.register(ada))
        .matches(BackendException::retryable);
    assertThat(faces.register(ada)).isInstanceOf(Registered.class);

    assertThat(faces.size()).isOne();
    faces.deleteFacesOf(ada.image());
    assertThat(rekognition.faces()).isEmpty();
  }

  /** It has no record of ours, and the name of a rider whose registration was cut short. */
  @Test
  void aFaceThatWasMovedIsNobodysLeftover() {
    IndexedFace ada = ((Registered) faces.register(ada("1"))).face();
    FaceId moved = moved();
    counterparts.pair(first(), ada.id(), NEXT, moved);
    live.switchOver(Role.RIDERS, first(), NEXT);
    NewFace boris =
        new NewFace(
            new ImageId("2"), ExternalImageId.of("ada"), face(Portrait.of(Person.BORIS)), true);
    rekognition.beforeIndexing(
        () -> {
          throw new IllegalStateException("the process dies");
        });
    assertThatIllegalStateException().isThrownBy(() -> process().register(boris));

    assertThat(process().register(ada("3"))).isInstanceOf(Duplicate.class);
    assertThat(faces.search(face(Portrait.of(Person.ADA)).print(), 70, 3))
        .singleElement()
        .satisfies(match -> assertThat(match.face().id()).isEqualTo(moved));
    assertThat(faces.find(ada.id())).map(IndexedFace::id).contains(moved);
  }

  /** As who moves it does: it is indexed under its name. */
  private FaceId moved() {
    DetectedFace face = face(Portrait.of(Person.ADA));
    return new FaceId(
        rekognition
            .indexFaces(PrintedFaces.indexing(face, "ada").toBuilder().collectionId("next").build())
            .faceRecords()
            .getFirst()
            .face()
            .faceId());
  }

  private NewFace ada(String image) {
    return new NewFace(
        new ImageId(image), ExternalImageId.of("ada"), face(Portrait.of(Person.ADA)), false);
  }

  /** Turns last here, so that whoever waits for one has more patience. */
  private RiderFacesSettings terms() {
    RiderFacesSettings usual = FaceTablesOnAws.terms(tables);
    return new RiderFacesSettings(
        usual.kept(), usual.tables(), usual.duplicates(), usual.nearness());
  }

  private RekognitionRiderFaces process() {
    RekognitionClient client = rekognition;
    return new RekognitionRiderFaces(
        client, aws.dynamoDb(), terms(), live, counterparts, InstantSource.system());
  }
}
