package dev.riderphotos.acceptance.api;

import static dev.riderphotos.app.testkit.RekognitionClients.bytes;
import static dev.riderphotos.app.testkit.RekognitionClients.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociatedFace;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.ListUsersResponse;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersResponse;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.rekognition.model.UnsearchedFaceReason;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociation;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociationReason;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletion;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletionReason;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDisassociation;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDisassociationReason;
import software.amazon.awssdk.services.rekognition.model.User;
import software.amazon.awssdk.services.rekognition.model.UserMatch;
import software.amazon.awssdk.services.rekognition.model.UserStatus;

/** Users of collections as the SDK speaks of them. Every test has a collection of its own. */
class RekognitionUsersTest {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

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
  void aUserIsMadeListedGivenFacesFoundAndDeleted() {
    make("life", "ada");
    assertThat(client.listUsers(it -> it.collectionId("life")).users())
        .containsExactly(user("ada", UserStatus.CREATED));
    String first = index("life", Photos.of(Person.ADA));
    String later = index("life", Photos.anotherOf(Person.ADA));

    AssociateFacesResponse associated = associate("life", "ada", first);

    assertThat(associated.associatedFaces())
        .extracting(AssociatedFace::faceId)
        .containsExactly(first);
    assertThat(associated.unsuccessfulFaceAssociations()).isEmpty();
    assertThat(associated.userStatus()).isEqualTo(UserStatus.ACTIVE);
    SearchUsersResponse found = client.searchUsers(it -> it.collectionId("life").faceId(later));
    assertThat(found.faceModelVersion()).isEqualTo("faceapi-2");
    assertThat(found.searchedFace().faceId()).isEqualTo(later);
    assertThat(found.searchedUser()).isNull();
    assertThat(found.userMatches())
        .extracting(match -> match.user().userId())
        .containsExactly("ada");
    assertThat(found.userMatches())
        .extracting(match -> match.user().userStatus())
        .containsExactly(UserStatus.ACTIVE);
    assertThat(client.describeCollection(it -> it.collectionId("life")).userCount()).isOne();

    var _ = client.deleteUser(it -> it.collectionId("life").userId("ada"));
    assertThat(client.listUsers(it -> it.collectionId("life")).users()).isEmpty();
    assertThat(client.searchUsers(it -> it.collectionId("life").faceId(later)).userMatches())
        .isEmpty();
    assertThat(client.listFaces(it -> it.collectionId("life")).faces())
        .extracting(Face::userId)
        .containsExactly(null, null);
    assertThat(client.describeCollection(it -> it.collectionId("life")).userCount()).isZero();
  }

  /** The similarity of the face, which is the only one of its user. */
  @Test
  void aUserOfOneFaceScoresAsTheFaceDoes() {
    make("one", "ada", "boris");
    String ada = index("one", Photos.of(Person.ADA));
    String boris = index("one", Photos.of(Person.BORIS));
    String searched = index("one", Photos.anotherOf(Person.ADA));
    var _ = associate("one", "ada", ada);
    var _ = associate("one", "boris", boris);

    List<UserMatch> users =
        client
            .searchUsers(it -> it.collectionId("one").faceId(searched).userMatchThreshold(0f))
            .userMatches();
    List<FaceMatch> faces =
        client
            .searchFaces(it -> it.collectionId("one").faceId(searched).faceMatchThreshold(0f))
            .faceMatches();

    assertThat(faces).extracting(match -> match.face().userId()).containsExactly("ada", "boris");
    assertThat(users)
        .extracting(UserMatch::similarity)
        .isEqualTo(faces.stream().map(FaceMatch::similarity).toList());
    Image image = bytes(Photos.anotherOf(Person.ADA));
    assertThat(
            client
                .searchUsersByImage(
                    it -> it.collectionId("one").image(image).userMatchThreshold(0f))
                .userMatches())
        .isEqualTo(users);
  }

  @Test
  void facesSayWhoseTheyAreAndCanBeListedByThat() {
    make("listed", "ada");
    String first = index("listed", Photos.of(Person.ADA));
    String second = index("listed", Photos.anotherOf(Person.ADA));
    String nobodys = index("listed", Photos.of(Person.BORIS));
    var _ = associate("listed", "ada", first, second);

    assertThat(client.listFaces(it -> it.collectionId("listed")).faces())
        .extracting(Face::userId)
        .containsExactly("ada", "ada", null);
    assertThat(client.listFaces(it -> it.collectionId("listed")).faces())
        .extracting(Face::indexFacesModelVersion)
        .containsOnly("faceapi-2");
    assertThat(
            client
                .listFacesPaginator(it -> it.collectionId("listed").userId("ada").maxResults(1))
                .stream()
                .map(page -> page.faces().stream().map(Face::faceId).toList()))
        .containsExactly(List.of(first), List.of(second));
    assertThat(
            client
                .listFaces(
                    it -> it.collectionId("listed").userId("ada").faceIds(second, nobodys, NOBODY))
                .faces())
        .extracting(Face::faceId)
        .containsExactly(second);
    assertThat(client.listFaces(it -> it.collectionId("listed").userId("nobody")).faces())
        .isEmpty();
  }

  @Test
  void everyReasonAgainstAnAssociationIsSaid() {
    make("reasons", "ada", "boris");
    String ada = index("reasons", Photos.of(Person.ADA));
    String later = index("reasons", Photos.anotherOf(Person.ADA));
    String boris = index("reasons", Photos.of(Person.BORIS));
    String clara = index("reasons", Photos.of(Person.CLARA));
    var _ = associate("reasons", "ada", ada);
    var _ = associate("reasons", "boris", boris);

    AssociateFacesResponse answer =
        associate("reasons", "ada", NOBODY, boris, clara, ada, later, later);

    assertThat(answer.associatedFaces()).extracting(AssociatedFace::faceId).containsExactly(later);
    assertThat(answer.unsuccessfulFaceAssociations())
        .extracting(
            UnsuccessfulFaceAssociation::faceId,
            UnsuccessfulFaceAssociation::userId,
            UnsuccessfulFaceAssociation::reasons)
        .containsExactly(
            tuple(NOBODY, null, UnsuccessfulFaceAssociationReason.FACE_NOT_FOUND),
            tuple(boris, "boris", UnsuccessfulFaceAssociationReason.ASSOCIATED_TO_A_DIFFERENT_USER),
            tuple(clara, null, UnsuccessfulFaceAssociationReason.LOW_MATCH_CONFIDENCE));
    assertThat(answer.unsuccessfulFaceAssociations().getLast().confidence()).isBetween(0f, 75f);

    assertThat(
            client
                .associateFaces(
                    it ->
                        it.collectionId("reasons")
                            .userId("ada")
                            .faceIds(clara)
                            .userMatchThreshold(0f))
                .associatedFaces())
        .hasSize(1);
  }

  @Test
  void everyReasonAgainstADisassociationIsSaid() {
    make("parted", "ada", "boris");
    String ada = index("parted", Photos.of(Person.ADA));
    String boris = index("parted", Photos.of(Person.BORIS));
    String nobodys = index("parted", Photos.of(Person.CLARA));
    var _ = associate("parted", "ada", ada);
    var _ = associate("parted", "boris", boris);

    DisassociateFacesResponse answer =
        client.disassociateFaces(
            it -> it.collectionId("parted").userId("ada").faceIds(NOBODY, boris, nobodys, ada));

    assertThat(answer.disassociatedFaces())
        .extracting(DisassociatedFace::faceId)
        .containsExactly(ada);
    assertThat(answer.unsuccessfulFaceDisassociations())
        .extracting(
            UnsuccessfulFaceDisassociation::faceId,
            UnsuccessfulFaceDisassociation::userId,
            UnsuccessfulFaceDisassociation::reasons)
        .containsExactly(
            tuple(NOBODY, null, UnsuccessfulFaceDisassociationReason.FACE_NOT_FOUND),
            tuple(
                boris,
                "boris",
                UnsuccessfulFaceDisassociationReason.ASSOCIATED_TO_A_DIFFERENT_USER));
    assertThat(answer.userStatus()).isEqualTo(UserStatus.CREATED);
  }

  @Test
  void deletingFacesSparesThoseOfUsers() {
    make("spared", "ada");
    String ada = index("spared", Photos.of(Person.ADA));
    String nobodys = index("spared", Photos.of(Person.BORIS));
    var _ = associate("spared", "ada", ada);

    DeleteFacesResponse answer =
        client.deleteFaces(it -> it.collectionId("spared").faceIds(ada, NOBODY, nobodys));

    assertThat(answer.deletedFaces()).containsExactly(nobodys);
    assertThat(answer.unsuccessfulFaceDeletions())
        .extracting(
            UnsuccessfulFaceDeletion::faceId,
            UnsuccessfulFaceDeletion::userId,
            UnsuccessfulFaceDeletion::reasons)
        .containsExactly(
            tuple(ada, "ada", UnsuccessfulFaceDeletionReason.ASSOCIATED_TO_AN_EXISTING_USER),
            tuple(NOBODY, null, UnsuccessfulFaceDeletionReason.FACE_NOT_FOUND));
  }

  /** 101 faces: the last is one too many, and of a call that has one too many nothing is done. */
  @Test
  void aUserHasAtMostAHundredFaces() {
    make("hundred", "crowd");
    List<String> faces = new ArrayList<>();
    Image three = bytes(Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS, Person.CLARA)));
    for (int name = 0; faces.size() <= 100; name++) {
      String externalImageId = "group-" + name;
      client
          .indexFaces(
              it -> it.collectionId("hundred").image(three).externalImageId(externalImageId))
          .faceRecords()
          .forEach(record -> faces.add(record.face().faceId()));
    }
    assertThat(
            associate("hundred", "crowd", faces.subList(0, 99).toArray(String[]::new))
                .associatedFaces())
        .hasSize(99);

    assertTooMany(() -> associateAny("hundred", "crowd", faces.get(99), faces.get(100)));
    assertThat(client.listFaces(it -> it.collectionId("hundred").userId("crowd")).faces())
        .hasSize(99);
    assertThat(associateAny("hundred", "crowd", faces.get(99)).associatedFaces()).hasSize(1);
    assertTooMany(() -> associateAny("hundred", "crowd", faces.get(100)));
    assertInvalid(
        () -> associate("hundred", "crowd", faces.subList(0, 101).toArray(String[]::new)),
        "at 'faceIds' failed to satisfy constraint: Member must have length less than or equal to"
            + " 100");
  }

  @Test
  void aTokenUsedTwiceIsTheSameCallOrAMistake() {
    make("token");
    var _ = createUser("token", "ada", "T-1_a");
    var _ = createUser("token", "ada", "T-1_a");
    assertThat(client.listUsers(it -> it.collectionId("token")).users()).hasSize(1);
    assertMismatch(() -> createUser("token", "boris", "T-1_a"));
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> createUser("token", "ada", "another"))
        .withMessageStartingWith("The user id: ada already exists");

    String face = index("token", Photos.of(Person.ADA));
    AssociateFacesResponse associated = associateOnce(face);
    assertThat(associated.associatedFaces()).hasSize(1);
    assertThat(associateOnce(face)).matches(again -> again.equalsBySdkFields(associated));
    assertMismatch(() -> associateOnce(NOBODY));
    DisassociateFacesResponse parted = disassociateOnce(face);
    assertThat(parted.disassociatedFaces()).hasSize(1);
    assertThat(disassociateOnce(face)).matches(again -> again.equalsBySdkFields(parted));
    assertMismatch(() -> disassociateOnce(NOBODY));
    var _ = deleteOnce("ada");
    var _ = deleteOnce("ada");
    assertMismatch(() -> deleteOnce("boris"));
    assertThat(client.listUsers(it -> it.collectionId("token")).users()).isEmpty();
  }

  @Test
  void usersAreListedPageByPage() {
    make("paged", "a", "b", "c", "d", "e");

    List<ListUsersResponse> pages =
        client.listUsersPaginator(it -> it.collectionId("paged").maxResults(2)).stream().toList();

    assertThat(pages).extracting(page -> page.users().size()).containsExactly(2, 2, 1);
    assertThat(pages)
        .flatExtracting(page -> page.users().stream().map(User::userId).toList())
        .containsExactly("a", "b", "c", "d", "e");
    assertThatExceptionOfType(InvalidPaginationTokenException.class)
        .isThrownBy(() -> client.listUsers(it -> it.collectionId("paged").nextToken("made up!")));
  }

  @Test
  void aUserIsSearchedForByAnotherAndNeverFindsThemselves() {
    make("alike", "ada", "ada-again", "boris", "empty");
    var _ = associate("alike", "ada", index("alike", Photos.of(Person.ADA)));
    var _ = associate("alike", "ada-again", index("alike", Photos.anotherOf(Person.ADA)));
    var _ = associate("alike", "boris", index("alike", Photos.of(Person.BORIS)));

    SearchUsersResponse found = client.searchUsers(it -> it.collectionId("alike").userId("ada"));
    assertThat(found.searchedUser().userId()).isEqualTo("ada");
    assertThat(found.searchedFace()).isNull();
    assertThat(ids(found.userMatches())).containsExactly("ada-again");
    assertThat(
            ids(
                client
                    .searchUsers(
                        it -> it.collectionId("alike").userId("ada").userMatchThreshold(0f))
                    .userMatches()))
        .containsExactly("ada-again", "boris");
    assertThat(
            client
                .searchUsers(
                    it -> it.collectionId("alike").userId("ada").userMatchThreshold(0f).maxUsers(1))
                .userMatches())
        .hasSize(1);
    assertThat(client.searchUsers(it -> it.collectionId("alike").userId("empty")).userMatches())
        .isEmpty();
  }

  @Test
  void aUserIsSearchedForByTheLargestFaceOfAnImage() {
    make("image", "ada", "boris");
    var _ = associate("image", "ada", index("image", Photos.of(Person.ADA)));
    var _ = associate("image", "boris", index("image", Photos.of(Person.BORIS)));

    SearchUsersByImageResponse both = searchByImage("image", bytes(Photos.twoFaces()));
    assertThat(both.userMatches()).hasSize(1);
    assertThat(both.faceModelVersion()).isEqualTo("faceapi-2");
    assertThat(both.searchedFace().faceDetail().confidence()).isBetween(80f, 100f);
    assertThat(both.unsearchedFaces())
        .singleElement()
        .satisfies(
            face -> {
              assertThat(face.reasons()).containsExactly(UnsearchedFaceReason.FACE_NOT_LARGEST);
              assertThat(face.faceDetails().boundingBox()).isNotNull();
            });

    SearchUsersByImageResponse nobody = searchByImage("image", bytes(Photos.nobody()));
    assertThat(nobody.userMatches()).isEmpty();
    assertThat(nobody.searchedFace()).isNull();
    assertThat(nobody.unsearchedFaces()).isEmpty();
    assertThat(nobody.faceModelVersion()).isEqualTo("faceapi-2");

    Image small = bytes(Photos.jpeg(Portrait.of(Person.ADA).size(90, 90)));
    SearchUsersByImageResponse unfit =
        client.searchUsersByImage(
            it -> it.collectionId("image").image(small).qualityFilter(QualityFilter.HIGH));
    assertThat(unfit.userMatches()).isEmpty();
    assertThat(unfit.searchedFace()).isNull();
    assertThat(unfit.unsearchedFaces())
        .singleElement()
        .satisfies(
            face ->
                assertThat(face.reasons())
                    .contains(UnsearchedFaceReason.SMALL_BOUNDING_BOX)
                    .doesNotContain(UnsearchedFaceReason.FACE_NOT_LARGEST));
    assertThat(ids(searchByImage("image", small).userMatches())).containsExactly("ada");
  }

  @Test
  void imagesThatCannotBeTakenAreRefused() {
    make("refused");
    Image unreadable = bytes(Photo.of("GIF89a, or so".getBytes(UTF_8)));
    Image large = bytes(Photo.of(Arrays.copyOf(Photos.oneFace().bytes(), 5 * 1024 * 1024 + 1)));
    Image missing = object("gallery", "missing.jpg");

    assertThatExceptionOfType(InvalidImageFormatException.class)
        .isThrownBy(() -> searchByImage("refused", unreadable));
    assertThatExceptionOfType(ImageTooLargeException.class)
        .isThrownBy(() -> searchByImage("refused", large));
    assertThatExceptionOfType(InvalidS3ObjectException.class)
        .isThrownBy(() -> searchByImage("refused", missing));
  }

  @Test
  void whatIsNotThereIsSaid() {
    Image ada = bytes(Photos.of(Person.ADA));
    for (Consumer<String> call :
        List.<Consumer<String>>of(
            id -> client.createUser(it -> it.collectionId(id).userId("u")),
            id -> client.deleteUser(it -> it.collectionId(id).userId("u")),
            id -> client.listUsers(it -> it.collectionId(id)),
            id -> associate(id, "u", NOBODY),
            id -> client.disassociateFaces(it -> it.collectionId(id).userId("u").faceIds(NOBODY)),
            id -> client.searchUsers(it -> it.collectionId(id).userId("u")),
            id -> client.searchUsers(it -> it.collectionId(id).faceId(NOBODY)),
            id -> searchByImage(id, ada),
            id -> client.listFaces(it -> it.collectionId(id).userId("u")))) {
      assertThatExceptionOfType(ResourceNotFoundException.class)
          .isThrownBy(() -> call.accept("missing"))
          .withMessageStartingWith("The collection id: missing does not exist");
    }

    make("there");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> client.deleteUser(it -> it.collectionId("there").userId("u")),
            () -> associate("there", "u", NOBODY),
            () ->
                client.disassociateFaces(
                    it -> it.collectionId("there").userId("u").faceIds(NOBODY)),
            () -> client.searchUsers(it -> it.collectionId("there").userId("u")))) {
      assertThatExceptionOfType(ResourceNotFoundException.class)
          .isThrownBy(call)
          .withMessageStartingWith("The user id: u does not exist");
    }
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> client.searchUsers(it -> it.collectionId("there").faceId(NOBODY)))
        .withMessageStartingWith("faceId was not found in the collection.");
  }

  @Test
  void oneOfFaceAndUserIsSearchedFor() {
    make("either", "u");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> client.searchUsers(it -> it.collectionId("either")),
            () -> client.searchUsers(it -> it.collectionId("either").userId("u").faceId(NOBODY)))) {
      assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(call);
    }
  }

  @Test
  void whatBreaksAConstraintIsRefusedInTheWordsOfTheModel() {
    assertInvalid(
        () -> client.createUser(it -> it.collectionId("a").userId("b c")),
        "Value 'b c' at 'userId' failed to satisfy constraint: Member must satisfy regular"
            + " expression pattern: [a-zA-Z0-9_.\\-:]+");
    assertInvalid(
        () -> client.createUser(it -> it.collectionId("a").userId("x".repeat(129))),
        "Member must have length less than or equal to 128");
    assertInvalid(() -> client.createUser(it -> it.collectionId("a")), "at 'userId' failed");
    assertInvalid(() -> createUser("a", "b", "x".repeat(65)), "less than or equal to 64");
    assertInvalid(
        () -> createUser("a", "b", "no blanks"),
        "at 'clientRequestToken' failed to satisfy constraint: Member must satisfy regular"
            + " expression pattern: ^[a-zA-Z0-9-_]+$");
    assertInvalid(
        () -> client.listUsers(it -> it.collectionId("a").maxResults(0)),
        "at 'maxResults' failed to satisfy constraint: Member must have value greater than or"
            + " equal to 1");
    assertInvalid(
        () -> client.listUsers(it -> it.collectionId("a").maxResults(501)),
        "Member must have value less than or equal to 500");
    assertInvalid(
        () -> client.listUsers(it -> it.collectionId("a").nextToken("x".repeat(256))),
        "at 'nextToken' failed");
    assertInvalid(
        () -> client.searchUsers(it -> it.collectionId("a").userId("u").maxUsers(501)),
        "Value '501' at 'maxUsers'");
    assertInvalid(
        () -> client.searchUsers(it -> it.collectionId("a").userId("u").userMatchThreshold(101f)),
        "Value '101' at 'userMatchThreshold'");
    assertInvalid(
        () ->
            client.associateFaces(
                it -> it.collectionId("a").userId("u").faceIds(NOBODY).userMatchThreshold(-1f)),
        "Value '-1' at 'userMatchThreshold'");
    assertInvalid(
        () -> client.disassociateFaces(it -> it.collectionId("a").userId("u").faceIds(List.of())),
        "at 'faceIds' failed to satisfy constraint: Member must have length greater than or equal"
            + " to 1");
    assertInvalid(
        () -> associate("a", "u", Collections.nCopies(101, NOBODY).toArray(String[]::new)),
        "Member must have length less than or equal to 100");
  }

  /** Whoever may call may make a rider's face somebody's; the rider is erased all the same. */
  @Test
  void aRiderAndAPhotoAreErasedWhoseverTheirFacesWereMade() {
    SERVER.client().verify("felix", Photos.of(Person.FELIX)).isVerified();
    String rider =
        client.listFaces(it -> it.collectionId("rider-photos")).faces().getFirst().faceId();
    var _ = client.createUser(it -> it.collectionId("rider-photos").userId("felix"));
    assertThat(associate("rider-photos", "felix", rider).associatedFaces()).hasSize(1);

    assertThat(SERVER.client().delete("/v1/riders/felix").status()).isEqualTo(200);

    assertThat(client.listFaces(it -> it.collectionId("rider-photos")).faces()).isEmpty();
    assertThat(client.listUsers(it -> it.collectionId("rider-photos")).users())
        .containsExactly(user("felix", UserStatus.CREATED));
  }

  private static void make(String collection, String... users) {
    var _ = client.createCollection(it -> it.collectionId(collection));
    for (String user : users) {
      var _ = client.createUser(it -> it.collectionId(collection).userId(user));
    }
  }

  private static Object createUser(String collection, String user, String token) {
    return client.createUser(
        it -> it.collectionId(collection).userId(user).clientRequestToken(token));
  }

  private static AssociateFacesResponse associate(String collection, String user, String... faces) {
    return client.associateFaces(it -> it.collectionId(collection).userId(user).faceIds(faces));
  }

  private static AssociateFacesResponse associateAny(
      String collection, String user, String... faces) {
    return client.associateFaces(
        it -> it.collectionId(collection).userId(user).faceIds(faces).userMatchThreshold(0f));
  }

  private static AssociateFacesResponse associateOnce(String face) {
    return client.associateFaces(
        it -> it.collectionId("token").userId("ada").faceIds(face).clientRequestToken("once"));
  }

  private static DisassociateFacesResponse disassociateOnce(String face) {
    return client.disassociateFaces(
        it -> it.collectionId("token").userId("ada").faceIds(face).clientRequestToken("once"));
  }

  private static Object deleteOnce(String user) {
    return client.deleteUser(
        it -> it.collectionId("token").userId(user).clientRequestToken("once"));
  }

  private static SearchUsersByImageResponse searchByImage(String collection, Image image) {
    return client.searchUsersByImage(it -> it.collectionId(collection).image(image));
  }

  private static String index(String collection, Photo photo) {
    return client
        .indexFaces(it -> it.collectionId(collection).image(bytes(photo)))
        .faceRecords()
        .getFirst()
        .face()
        .faceId();
  }

  private static User user(String id, UserStatus status) {
    return User.builder().userId(id).userStatus(status).build();
  }

  private static List<String> ids(List<UserMatch> matches) {
    return matches.stream().map(match -> match.user().userId()).toList();
  }

  private static <T> Tuple tuple(String face, @Nullable String user, T reason) {
    return Tuple.tuple(face, user, List.of(reason));
  }

  private static void assertTooMany(ThrowingCallable call) {
    assertThatExceptionOfType(ServiceQuotaExceededException.class).isThrownBy(call);
  }

  private static void assertMismatch(ThrowingCallable call) {
    assertThatExceptionOfType(IdempotentParameterMismatchException.class).isThrownBy(call);
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
