package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.RiderFacesContract;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

@OnAws
class RekognitionRiderFacesTest extends RiderFacesContract {
  private final InMemoryRekognition rekognition = new InMemoryRekognition();
  private final Aws aws;
  private final FaceTables tables;
  private final RekognitionRiderFaces collection;

  RekognitionRiderFacesTest(Aws aws) {
    this.aws = aws;
    this.tables = FaceTablesOnAws.create(aws);
    this.collection = collection(FaceTablesOnAws.terms(tables));
    rekognition.remembersPhotos();
  }

  @Override
  protected RiderFaces collection() {
    return collection;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return PrintedFaces.stored(rekognition, portrait);
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("faceapi-2:AAAA");
  }

  @Test
  void takesPhotosThatAreNotStored() {
    DetectedFace ada = PrintedFaces.inline(Portrait.of(Person.ADA));

    assertThat(collection.register(newFace("1", ada, "ada")))
        .isInstanceOf(Registration.Registered.class);
    assertThat(collection.search(ada.print(), 70, 3)).hasSize(1);
  }

  @Test
  void aPictureWithoutAFaceResemblesNobodyAndCannotBeRegistered() {
    DetectedFace nobody = PrintedFaces.inline(Photos.nobody());

    assertThat(collection.search(nobody.print(), 0, 3)).isEmpty();
    assertThat(collection.register(newFace("1", nobody, "ada")))
        .isEqualTo(new Registration.Unsuitable());
    assertThat(collection.register(newFace("1", nobody, "ada")))
        .isEqualTo(new Registration.Unsuitable());
  }

  @Test
  void aFaceThatOthersIndexedIsFoundAndBars() {
    DetectedFace ada = face(Portrait.of(Person.ADA));
    var _ = rekognition.indexFaces(PrintedFaces.indexing(ada, "ada"));

    assertThat(collection.search(ada.print(), 70, 3))
        .singleElement()
        .matches(FaceMatch::duplicate)
        .extracting(match -> match.face().externalImageId())
        .isEqualTo(ExternalImageId.of("ada"));
    assertThat(collection.register(newFace("1", ada, "ada")))
        .isInstanceOf(Registration.Duplicate.class);
    collection.delete(new FaceId(rekognition.faces().getFirst().faceId()));
    assertThat(collection.size()).isZero();
  }

  @Test
  void aFaceThatOthersIndexedMayHaveNoName() {
    DetectedFace ada = face(Portrait.of(Person.ADA));
    var _ =
        rekognition.indexFaces(
            PrintedFaces.indexing(ada, "ada").toBuilder().externalImageId(null).build());

    assertThat(collection.search(ada.print(), 70, 3))
        .singleElement()
        .matches(match -> match.face().externalImageId() == null);
  }

  @Test
  void knowsNoFacesOfOtherCollections() {
    DetectedFace ada = face(Portrait.of(Person.ADA));
    assertThat(collection.register(newFace("1", ada, "ada")))
        .isInstanceOfSatisfying(
            Registration.Registered.class,
            registered -> {
              RiderFacesSettings other =
                  new RiderFacesSettings(
                      new KeptCollection(Role.RIDERS, new CollectionId("others"), null),
                      tables,
                      new FixedSimilarity(70),
                      null);
              assertThat(collection(other).find(registered.face().id())).isEmpty();
              collection(other).deleteFacesOf(new ImageId("1"));
              assertThat(collection.find(registered.face().id())).isPresent();
            });
  }

  @Test
  void isWellWhenItsModelIsTheOneExpected() {
    collection.check();
    collection(FaceTablesOnAws.terms(tables, "7.0")).check();

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> collection(FaceTablesOnAws.terms(tables, "6.0")).check())
        .withMessageContaining("made with face model 7.0 and not 6.0: migrate it")
        .matches(fault -> !fault.retryable());
  }

  @Test
  void aTableThatIsNotThereIsReported() {
    FaceTables missing = new FaceTables("no-faces", "no-claims");

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> collection(FaceTablesOnAws.terms(missing)).check())
        .matches(fault -> !fault.retryable());
  }

  private RekognitionRiderFaces collection(RiderFacesSettings terms) {
    return FaceTablesOnAws.faces(rekognition, aws.dynamoDb(), terms, InstantSource.system());
  }

  private static NewFace newFace(String image, DetectedFace face, String name) {
    return new NewFace(new ImageId(image), ExternalImageId.of(name), face, false);
  }
}
