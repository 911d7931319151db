package dev.riderphotos.acceptance.api;

import static dev.riderphotos.app.testkit.RekognitionClients.bytes;
import static dev.riderphotos.app.testkit.RekognitionClients.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.CompareFacesResponse;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.Landmark;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsResponse;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.Reason;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletionReason;

/** Rekognition's protocol as the SDK speaks it. Every test has a collection of its own. */
class RekognitionApiTest {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final Image COUPLE = bytes(Photos.twoFaces());

  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  @SuppressWarnings("NullAway.Init")
  private static RekognitionClient client;

  @BeforeAll
  static void connect() {
    client = RekognitionClients.of(SERVER, "any", "any");
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Test
  void aCollectionIsMadeDescribedListedAndDeleted() {
    CreateCollectionResponse made = client.createCollection(it -> it.collectionId("life"));
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.faceModelVersion()).isEqualTo("faceapi-2");
    assertThat(made.collectionArn())
        .isEqualTo("aws:rekognition:us-east-1:000000000000:collection/life");
    assertThat(made.responseMetadata().requestId()).hasSize(36);

    DescribeCollectionResponse described = client.describeCollection(it -> it.collectionId("life"));
    assertThat(described.collectionARN()).isEqualTo(made.collectionArn());
    assertThat(described.faceModelVersion()).isEqualTo("faceapi-2");
    assertThat(described.faceCount()).isZero();
    assertThat(described.userCount()).isZero();
    assertThat(Duration.between(described.creationTimestamp(), Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));

    ListCollectionsResponse listed = client.listCollections();
    assertThat(listed.collectionIds()).contains("life");
    assertThat(listed.faceModelVersions()).hasSameSizeAs(listed.collectionIds());
    assertThat(client.deleteCollection(it -> it.collectionId("life")).statusCode()).isEqualTo(200);
    assertThat(client.listCollections().collectionIds()).doesNotContain("life");
  }

  @Test
  void anIndexedFaceIsFoundAndStrangersAreNot() {
    FaceRecord ada = index("search", Photos.of(Person.ADA), "ada").faceRecords().getFirst();
    FaceRecord later =
        index("search", Photos.anotherOf(Person.ADA), "later").faceRecords().getFirst();
    assertThat(index("search", Photos.of(Person.BORIS), "boris").faceModelVersion())
        .isEqualTo("faceapi-2");

    SearchFacesByImageResponse search = search("search", Photos.of(Person.ADA));
    assertThat(search.faceModelVersion()).isEqualTo("faceapi-2");
    assertThat(search.searchedFaceBoundingBox()).isEqualTo(ada.faceDetail().boundingBox());
    assertThat(search.searchedFaceConfidence()).isBetween(80f, 100f);
    assertThat(search.faceMatches())
        .extracting(FaceMatch::face)
        .containsExactly(ada.face(), later.face());
    assertThat(search.faceMatches().getFirst().similarity()).isGreaterThan(99);
    assertThat(search("search", Photos.of(Person.CLARA)).faceMatches()).isEmpty();

    assertThat(
            client
                .searchFaces(it -> it.collectionId("search").faceId(ada.face().faceId()))
                .faceMatches())
        .extracting(FaceMatch::face)
        .containsExactly(later.face());
  }

  @Test
  void anIndexedFaceTellsWhatWasSeen() {
    FaceRecord record = index("seen", Photos.of(Person.ADA), "ada").faceRecords().getFirst();

    Face face = record.face();
    assertThat(face.faceId()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(face.imageId()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(face.externalImageId()).isEqualTo("ada");
    assertThat(face.confidence()).isBetween(80f, 100f);
    assertThat(face.boundingBox()).isEqualTo(record.faceDetail().boundingBox());
    assertThat(record.faceDetail().landmarks()).hasSize(5);
    assertThat(record.faceDetail().quality().brightness()).isBetween(1f, 100f);
    assertThat(client.listFaces(it -> it.collectionId("seen")).faces()).containsExactly(face);
    assertThat(client.describeCollection(it -> it.collectionId("seen")).faceCount()).isOne();
  }

  @Test
  void theSameImageUnderTheSameNameIsIndexedOnce() {
    IndexFacesResponse first = index("again", Photos.twoFaces(), "both");

    assertThat(index("again", Photos.twoFaces(), "both").faceRecords())
        .isEqualTo(first.faceRecords());
    assertThat(index("again", Photos.twoFaces(), null).faceRecords()).hasSize(2);
    assertThat(client.listFaces(it -> it.collectionId("again")).faces()).hasSize(4);
  }

  @Test
  void whatIsNotIndexedIsSaidWithItsReasons() {
    make("unindexed");
    IndexFacesResponse one =
        client.indexFaces(it -> it.collectionId("unindexed").image(COUPLE).maxFaces(1));
    assertThat(one.faceRecords()).hasSize(1);
    assertThat(one.unindexedFaces())
        .singleElement()
        .satisfies(
            face -> {
              assertThat(face.reasons()).containsExactly(Reason.EXCEEDS_MAX_FACES);
              assertThat(face.faceDetail().boundingBox()).isNotNull();
            });

    Image small = bytes(Photos.jpeg(Portrait.of(Person.ADA).size(90, 90)));
    IndexFacesResponse none = client.indexFaces(filtered(small, QualityFilter.HIGH));
    assertThat(none.faceRecords()).isEmpty();
    assertThat(none.unindexedFaces().getFirst().reasons()).contains(Reason.SMALL_BOUNDING_BOX);
    assertThat(client.indexFaces(filtered(small, QualityFilter.NONE)).faceRecords()).hasSize(1);

    assertThat(index("unindexed", Photos.nobody(), null).faceRecords()).isEmpty();
  }

  @Test
  void detectingGivesTheUsualThingsOrAllThatIsKnown() {
    Image image = bytes(Photos.withSunglasses(Person.ADA));

    FaceDetail usual = client.detectFaces(it -> it.image(image)).faceDetails().getFirst();
    assertThat(usual.landmarks())
        .extracting(Landmark::typeAsString)
        .containsExactly("eyeLeft", "eyeRight", "mouthLeft", "mouthRight", "nose");
    assertThat(usual.pose().yaw()).isBetween(-45f, 45f);
    assertThat(usual.quality().sharpness()).isBetween(1f, 100f);
    assertThat(usual.confidence()).isBetween(80f, 100f);
    assertThat(usual.sunglasses()).isNull();

    FaceDetail all =
        client
            .detectFaces(it -> it.image(image).attributes(Attribute.ALL))
            .faceDetails()
            .getFirst();
    assertThat(all.landmarks())
        .hasSize(28)
        .extracting(Landmark::typeAsString)
        .contains("midJawlineLeft", "leftEyeBrowUp", "chinBottom")
        .doesNotContain("leftPupil");
    assertThat(all.sunglasses().value()).isTrue();
    assertThat(all.sunglasses().confidence()).isBetween(50f, 100f);
    assertThat(all.ageRange()).isNull();
    assertThat(all.gender()).isNull();
    assertThat(all.emotions()).isEmpty();

    assertThat(client.detectFaces(it -> it.image(COUPLE)).faceDetails()).hasSize(2);
    assertThat(client.detectFaces(it -> it.image(bytes(Photos.nobody()))).faceDetails()).isEmpty();
  }

  @Test
  void comparingTellsMatchesFromOthers() {
    CompareFacesResponse compared =
        client.compareFaces(
            it -> it.sourceImage(bytes(Photos.anotherOf(Person.BORIS))).targetImage(COUPLE));

    assertThat(compared.sourceImageFace().confidence()).isBetween(80f, 100f);
    assertThat(compared.faceMatches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.similarity()).isBetween(80f, 100f);
              assertThat(match.face().boundingBox().left()).isGreaterThan(0.4f);
              assertThat(match.face().landmarks()).hasSize(5);
            });
    assertThat(compared.unmatchedFaces()).hasSize(1);

    Image nobody = bytes(Photos.nobody());
    assertNoFace(() -> client.compareFaces(it -> it.sourceImage(nobody).targetImage(COUPLE)));
    assertNoFace(() -> client.compareFaces(it -> it.sourceImage(COUPLE).targetImage(nobody)));
  }

  @Test
  void imagesMayLieInOurBuckets() {
    PhotoRef ref = new PhotoRef("gallery", "some path/Ünï.jpg");
    SERVER.application().get(PhotoStore.class).put(ref, Photos.of(Person.ADA));
    make("stored");
    Image stored = object(ref.bucket(), ref.key());

    assertThat(client.indexFaces(it -> it.collectionId("stored").image(stored)).faceRecords())
        .hasSize(1);

    for (Image image :
        List.of(
            object("gallery", "missing.jpg"),
            object("no-such-bucket", "a.jpg"),
            object("Not_A_Bucket", "a.jpg"))) {
      assertThatExceptionOfType(InvalidS3ObjectException.class)
          .isThrownBy(() -> client.detectFaces(it -> it.image(image)))
          .withMessageStartingWith(
              "Unable to get object metadata from S3. Check object key, region and/or access"
                  + " permissions.");
    }
  }

  @Test
  void facesAreListedPageByPage() {
    make("paged");
    Image ada = bytes(Photos.of(Person.ADA));
    List<String> indexed =
        IntStream.range(0, 25)
            .mapToObj(
                number ->
                    client.indexFaces(
                        it -> it.collectionId("paged").image(ada).externalImageId("n-" + number)))
            .map(answer -> answer.faceRecords().getFirst().face().faceId())
            .toList();

    List<ListFacesResponse> pages =
        client.listFacesPaginator(it -> it.collectionId("paged").maxResults(10)).stream().toList();
    assertThat(pages).extracting(page -> page.faces().size()).containsExactly(10, 10, 5);
    assertThat(pages)
        .flatExtracting(page -> page.faces().stream().map(Face::faceId).toList())
        .isEqualTo(indexed);
    assertThat(
            client
                .listFaces(it -> it.collectionId("paged").faceIds(indexed.get(7), NOBODY))
                .faces())
        .extracting(Face::faceId)
        .containsExactly(indexed.get(7));
    assertThat(
            client
                .searchFacesByImage(it -> it.collectionId("paged").image(ada).maxFaces(3))
                .faceMatches())
        .hasSize(3);
    assertThatExceptionOfType(InvalidPaginationTokenException.class)
        .isThrownBy(() -> client.listFaces(it -> it.collectionId("paged").nextToken("made up")));
  }

  @Test
  void collectionsAreListedPageByPage() {
    List<String> made = List.of("page-a", "page-b", "page-c");
    made.forEach(RekognitionApiTest::make);

    assertThat(client.listCollectionsPaginator(it -> it.maxResults(2)).collectionIds())
        .containsAll(made);
    assertThatExceptionOfType(InvalidPaginationTokenException.class)
        .isThrownBy(() -> client.listCollections(it -> it.nextToken("made up")));
  }

  @Test
  void deletingSaysWhatWasThereAndWhatWasNot() {
    String ada = idOf(index("deleting", Photos.of(Person.ADA), null));
    String boris = idOf(index("deleting", Photos.of(Person.BORIS), null));

    DeleteFacesResponse deleted =
        client.deleteFaces(it -> it.collectionId("deleting").faceIds(ada, NOBODY, ada));

    assertThat(deleted.deletedFaces()).containsExactly(ada);
    assertThat(deleted.unsuccessfulFaceDeletions())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.faceId()).isEqualTo(NOBODY);
              assertThat(failed.reasons())
                  .containsExactly(UnsuccessfulFaceDeletionReason.FACE_NOT_FOUND);
            });
    assertThat(client.listFaces(it -> it.collectionId("deleting")).faces())
        .extracting(Face::faceId)
        .containsExactly(boris);
  }

  @Test
  void theRidersCollectionIsOneOfThem() {
    Answer verified = SERVER.client().verify("felix", Photos.of(Person.FELIX)).isVerified();
    List<Face> faces = client.listFaces(it -> it.collectionId("rider-photos")).faces();
    assertThat(faces)
        .singleElement()
        .satisfies(
            face -> {
              assertThat(face.faceId()).isEqualTo(verified.textAt("faceId"));
              assertThat(face.externalImageId()).isEqualTo("felix");
              assertThat(face.imageId()).isEqualTo(verified.textAt("executionId"));
            });

    assertThat(index("rider-photos", Photos.of(Person.GRETA), "greta").faceRecords()).hasSize(1);
    SERVER
        .client()
        .verify("greta", Photos.anotherOf(Person.GRETA))
        .isRejected("Face in the picture is already in the system. ");
  }

  @Test
  void whatIsNotThereOrAlreadyThereIsSaid() {
    make("taken");
    assertThatExceptionOfType(ResourceAlreadyExistsException.class)
        .isThrownBy(() -> client.createCollection(it -> it.collectionId("taken")))
        .withMessageStartingWith("The collection id: taken already exists");
    Image ada = bytes(Photos.of(Person.ADA));
    for (Consumer<String> call :
        List.<Consumer<String>>of(
            id -> client.describeCollection(it -> it.collectionId(id)),
            id -> client.deleteCollection(it -> it.collectionId(id)),
            id -> client.indexFaces(it -> it.collectionId(id).image(ada)),
            id -> client.searchFacesByImage(it -> it.collectionId(id).image(ada)),
            id -> client.searchFaces(it -> it.collectionId(id).faceId(NOBODY)),
            id -> client.listFaces(it -> it.collectionId(id)),
            id -> client.deleteFaces(it -> it.collectionId(id).faceIds(NOBODY)))) {
      assertThatExceptionOfType(ResourceNotFoundException.class)
          .isThrownBy(() -> call.accept("missing"))
          .withMessageStartingWith("The collection id: missing does not exist");
    }
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> client.searchFaces(it -> it.collectionId("taken").faceId(NOBODY)))
        .withMessageStartingWith("faceId was not found in the collection.");
  }

  @Test
  void imagesThatCannotBeTakenAreRefused() {
    make("refused");
    assertNoFace(() -> search("refused", Photos.nobody()));
    for (byte[] bytes :
        List.of("GIF89a, or so".getBytes(UTF_8), Arrays.copyOf(Photos.oneFace().bytes(), 500))) {
      assertThatExceptionOfType(InvalidImageFormatException.class)
          .isThrownBy(() -> client.detectFaces(it -> it.image(bytes(Photo.of(bytes)))))
          .withMessageStartingWith("Request has invalid image format");
    }
    for (int size : new int[] {5 * 1024 * 1024 + 1, 11_000_000, 13_000_000, 20_000_000}) {
      byte[] large = Arrays.copyOf(Photos.oneFace().bytes(), size);
      assertThatExceptionOfType(ImageTooLargeException.class)
          .isThrownBy(() -> client.detectFaces(it -> it.image(bytes(Photo.of(large)))));
    }
    Image tiny = bytes(Photos.jpeg(Portrait.of(Person.ADA).size(79, 79)));
    Image nothing = Image.builder().build();
    Image both = COUPLE.toBuilder().s3Object(it -> it.bucket("gallery").name("a.jpg")).build();
    for (Image image : List.of(tiny, nothing, both)) {
      assertThatExceptionOfType(InvalidParameterException.class)
          .isThrownBy(() -> client.detectFaces(it -> it.image(image)))
          .withMessageStartingWith("Request has invalid parameters");
    }
  }

  @Test
  void whatBreaksAConstraintIsRefusedInTheWordsOfTheModel() {
    assertInvalid(
        () -> client.createCollection(it -> it.collectionId("a b")),
        "1 validation error detected: Value 'a b' at 'collectionId' failed to satisfy constraint:"
            + " Member must satisfy regular expression pattern: [a-zA-Z0-9_.\\-]+");
    assertInvalid(
        () -> client.createCollection(it -> it.collectionId("x".repeat(256))),
        "Member must have length less than or equal to 255");
    assertInvalid(
        () -> client.createCollection(it -> {}),
        "Value null at 'collectionId' failed to satisfy constraint: Member must not be null");
    assertInvalid(
        () -> client.listCollections(it -> it.maxResults(4097)),
        "Value '4097' at 'maxResults' failed to satisfy constraint: Member must have value less"
            + " than or equal to 4096");
    assertInvalid(
        () -> client.detectFaces(it -> it.image(object("ab", "key"))),
        "at 'image.s3Object.bucket' failed");
    assertInvalid(
        () -> client.searchFaces(it -> it.collectionId("a").faceId("b")),
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    assertInvalid(
        () ->
            client.searchFacesByImage(
                it -> it.collectionId("a").image(COUPLE).faceMatchThreshold(100.5f)),
        "Value '100.5' at 'faceMatchThreshold'");
    assertInvalid(
        () -> client.deleteFaces(it -> it.collectionId("a").faceIds(List.of())),
        "at 'faceIds' failed to satisfy constraint: Member must have length greater than or equal"
            + " to 1");
    assertInvalid(
        () -> client.indexFaces(it -> it.collectionId("a").image(COUPLE).qualityFilter("BEST")),
        "Member must satisfy enum value set: [NONE, AUTO, LOW, MEDIUM, HIGH]");
  }

  @Test
  void operationsWeLackAreUnknown() {
    for (ThrowingCallable call :
        Stream.<ThrowingCallable>of(
                () -> client.recognizeCelebrities(it -> it.image(COUPLE)),
                () -> client.listStreamProcessors(),
                () -> client.detectLabels(it -> it.image(COUPLE)))
            .toList()) {
      assertThatExceptionOfType(RekognitionException.class)
          .isThrownBy(call)
          .satisfies(
              refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(400);
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("UnknownOperationException");
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | SerializationException",
        "[] | SerializationException",
        "{\"CollectionId\": 1} | SerializationException",
        "{\"CollectionId\": \"ok\", \"Image\": \"x\"} | SerializationException",
        "{\"CollectionId\": \"ok\", \"Image\": {\"Bytes\": \"%%\"}} | SerializationException",
        "{\"CollectionId\": \"ok\", \"MaxFaces\": \"1\"} | SerializationException",
        "'' | ValidationException"
      })
  void malformedRequestsAreRefused(String body, String type) {
    Answer answer = SERVER.client().call("/rekognition", "RekognitionService.IndexFaces", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.textAt("__type")).isEqualTo(type);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(type);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
  }

  @Test
  void thePathMayEndInASlash() {
    for (String path : List.of("/rekognition", "/rekognition/")) {
      assertThat(SERVER.client().call(path, "RekognitionService.ListCollections", "{}").status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-amz-json-1.1", "image/webp", "text/html, */*;q=0", "x/y"})
  void whatTheClientWouldAcceptPlaysNoPart(String accept) {
    Map<String, String> headers =
        Map.of("X-Amz-Target", "RekognitionService.ListCollections", "Accept", accept);

    Answer answer = SERVER.client().send("POST", "/rekognition", headers, "{}".getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
  }

  private static IndexFacesRequest filtered(Image image, QualityFilter filter) {
    return IndexFacesRequest.builder()
        .collectionId("unindexed")
        .image(image)
        .qualityFilter(filter)
        .build();
  }

  private static void make(String collection) {
    assertThat(client.createCollection(it -> it.collectionId(collection)).statusCode())
        .isEqualTo(200);
  }

  /** Into the collection, which is made if need be. */
  private static IndexFacesResponse index(String collection, Photo photo, @Nullable String name) {
    if (!client.listCollections().collectionIds().contains(collection)) {
      make(collection);
    }
    return client.indexFaces(
        it -> it.collectionId(collection).image(bytes(photo)).externalImageId(name));
  }

  private static String idOf(IndexFacesResponse indexed) {
    return indexed.faceRecords().getFirst().face().faceId();
  }

  private static SearchFacesByImageResponse search(String collection, Photo photo) {
    return client.searchFacesByImage(it -> it.collectionId(collection).image(bytes(photo)));
  }

  private static void assertNoFace(ThrowingCallable call) {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(call)
        .withMessageStartingWith("There are no faces in the image. Should be at least 1.");
  }

  private static void assertInvalid(ThrowingCallable call, String message) {
    assertThatExceptionOfType(RekognitionException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(
            refusal ->
                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }
}
