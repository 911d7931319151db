package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Latency;
import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.aws.rekognition.FaceTables;
import dev.riderphotos.aws.rekognition.RekognitionFaceDetector;
import dev.riderphotos.aws.rekognition.RekognitionRiderFaces;
import dev.riderphotos.aws.rekognition.RiderFacesSettings;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.InMemoryFaceCounterparts;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.RiderFacesContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Face;

/** The collection on Rekognition's protocol, by our own endpoint's recognition. */
@OnAws
class RekognitionRiderFacesTest extends RiderFacesContract {
  private static final int SIDE = 320;
  private static final int UPLOADS = 8;
  private static final Duration LATENCY = Duration.ofMillis(50);

  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  private static final Map<Portrait, DetectedFace> FACES = new ConcurrentHashMap<>();
  private static final Latency DISTANCE = new Latency();

  @SuppressWarnings("NullAway.Init")
  private static RekognitionClient client;

  private final Aws aws;
  private final RiderFacesSettings terms;
  private final RiderFaces collection;

  RekognitionRiderFacesTest(Aws aws) {
    this.aws = aws;
    FaceTables tables =
        new FaceTables(aws.newTable(FaceTables::faces), aws.newTable(FaceTables::claims));
    this.terms =
        new RiderFacesSettings(
            new KeptCollection(Role.RIDERS, new CollectionId(Aws.uniqueName("riders")), null),
            tables,
            new FixedSimilarity(70),
            null);
    this.collection = process();
    var _ = client.createCollection(request -> request.collectionId(terms.kept().first().value()));
    aws.removeAfterwards(
        () ->
            client.deleteCollection(request -> request.collectionId(terms.kept().first().value())));
  }

  @BeforeAll
  static void connect() {
    client = RekognitionClients.of(SERVER, DISTANCE);
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @AfterEach
  void comeNear() {
    DISTANCE.set(Duration.ZERO);
  }

  @Override
  protected RiderFaces collection() {
    return collection;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return FACES.computeIfAbsent(portrait.size(SIDE, SIDE), RekognitionRiderFacesTest::detected);
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("faceapi-2:AAAA");
  }

  /** The same as near, each round of which takes some seconds from this far away. */
  @Override
  protected int rounds() {
    return 2;
  }

  /** As many as there are processes, and more. */
  @Override
  protected int callers() {
    return UPLOADS;
  }

  /** Each face is looked for and recognised over the wire. */
  @Override
  protected List<Person> crowd() {
    return Person.named().subList(0, 8);
  }

  /** Here only what goes over the wire: {@link #ridersNamesComeBackOverTheWire}. */
  @Override
  protected List<String> names() {
    return ridersNamesComeBackOverTheWire();
  }

  /** As it is where Rekognition is not on the same machine. */
  @Override
  @Test
  @SuppressWarnings("JUnitMethodInvoked") // the same, from further away
  protected void ofConcurrentCallsWithOneFaceExactlyOneIsRegistered() {
    DISTANCE.set(LATENCY);
    super.ofConcurrentCallsWithOneFaceExactlyOneIsRegistered();
  }

  @RepeatedTest(3)
  void ofConcurrentCallsOfTwoProcessesExactlyOneIsRegistered() {
    DetectedFace ada = face(Portrait.of(Person.ADA));
    List<RiderFaces> processes = List.of(process(), process());
    DISTANCE.set(LATENCY);

    List<Registration> answers =
        Concurrently.call(
            UPLOADS,
            number ->
                processes
                    .get(number % 2)
                    .register(newFace(ada, "image-" + number, "rider-" + number)));

    assertThat(answers).filteredOn(Registration.Duplicate.class::isInstance).hasSize(UPLOADS - 1);
    assertThat(faces()).extracting(Face::faceId).containsExactly(registered(answers).id().value());
  }

  /** Erasing a rider must not depend on what others made of the rider's faces. */
  @Test
  void facesGoWhoseverTheyWereMade() {
    Registration ada = collection.register(newFace(face(Portrait.of(Person.ADA)), "1", "ada"));
    Registration boris = collection.register(newFace(face(Portrait.of(Person.BORIS)), "2", "b"));
    belongTo("one", registered(List.of(ada)).id().value());
    belongTo("other", registered(List.of(boris)).id().value());

    collection.delete(registered(List.of(ada)).id());
    assertThat(faces()).extracting(Face::externalImageId).containsExactly("b");

    collection.deleteFacesOf(new ImageId("2"));
    assertThat(faces()).isEmpty();
  }

  private void belongTo(String user, String face) {
    var _ = client.createUser(it -> it.collectionId(terms.kept().first().value()).userId(user));
    assertThat(
            client
                .associateFaces(
                    it -> it.collectionId(terms.kept().first().value()).userId(user).faceIds(face))
                .associatedFaces())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void ridersNamesComeBackOverTheWire(String rider) {
    ExternalImageId name = new RiderId(rider).externalImageId();
    Registration answer = collection.register(newFace(face(Portrait.of(Person.ADA)), "1", rider));

    assertThat(faces())
        .singleElement()
        .extracting(Face::externalImageId)
        .isEqualTo(name.value())
        .asString()
        .matches("[a-zA-Z0-9_.\\-:]{1,255}");
    assertThat(collection.find(registered(List.of(answer)).id()))
        .map(IndexedFace::externalImageId)
        .contains(name);
    assertThat(new ExternalImageId(faces().getFirst().externalImageId()).name()).isEqualTo(rider);
  }

  static List<String> ridersNamesComeBackOverTheWire() {
    return List.of(
        "user_a",
        "ada@example.com",
        "Ünï côdé",
        "a b/c",
        "b64:eA",
        "k".repeat(128),
        "é".repeat(90),
        "😀".repeat(45));
  }

  private static DetectedFace detected(Portrait portrait) {
    PhotoRef ref = new PhotoRef("rider-photos", "portrait-" + portrait.hashCode() + ".jpg");
    SERVER.application().get(PhotoStore.class).put(ref, Photos.jpeg(portrait));
    try (Picture picture = Photos.picture(portrait)) {
      return new RekognitionFaceDetector(client, true, new ThumbnailatorThumbnailer())
          .detect(picture, ref)
          .getFirst();
    }
  }

  /** One that shares nothing with another but the collection and its tables. */
  private RiderFaces process() {
    return new RekognitionRiderFaces(
        client,
        aws.dynamoDb(),
        terms,
        new InMemoryLiveCollections(Map.of(Role.RIDERS, terms.kept().first())),
        new InMemoryFaceCounterparts(),
        InstantSource.system());
  }

  private List<Face> faces() {
    return client.listFaces(request -> request.collectionId(terms.kept().first().value())).faces();
  }

  private static IndexedFace registered(List<Registration> answers) {
    return answers.stream()
        .filter(Registration.Registered.class::isInstance)
        .map(answer -> ((Registration.Registered) answer).face())
        .findFirst()
        .orElseThrow();
  }

  private static NewFace newFace(DetectedFace face, String image, String rider) {
    return new NewFace(new ImageId(image), new RiderId(rider).externalImageId(), face, false);
  }
}
