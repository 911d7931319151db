package dev.riderphotos.testkit;

import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FaceDeletion;
import dev.riderphotos.face.CollectionUsers.FaceInImage;
import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.ImageUserSearch;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.SimilarUser;
import dev.riderphotos.face.CollectionUsers.Unchanged;
import dev.riderphotos.face.CollectionUsers.Unlike;
import dev.riderphotos.face.CollectionUsers.Unsearched;
import dev.riderphotos.face.CollectionUsers.User;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.CollectionUsers.UserPage;
import dev.riderphotos.face.CollectionUsers.UserSearch;
import dev.riderphotos.face.CollectionUsers.UserStatus;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all {@link CollectionUsers} keep. */
public abstract class CollectionUsersContract {
  private static final Matching LIKELY = new Matching(80, 100);
  private static final Matching ANYBODY = new Matching(0, 100);
  private static final double LIKE = 75;

  private final CollectionId club = new CollectionId("club");
  private final UserId ada = new UserId("ada:1.a_b-c");
  private final UserId boris = new UserId("boris");
  private final FaceId nobody = new FaceId("00000000-0000-0000-0000-000000000000");
  private final RequestToken token = new RequestToken("A-token_1");

  /** Without users at first; of {@link #collections}. */
  protected abstract CollectionUsers users();

  /** None is there at first; the same ones whenever asked for in one test. */
  protected abstract FaceCollections collections();

  @Test
  void nothingIsThereBeforeTheCollectionIs() {
    UserFaces faces = new UserFaces(ada, List.of(nobody));
    for (UserChange<?> change :
        List.of(
            users().create(club, ada, null),
            users().delete(club, ada, null),
            users().associate(club, faces, LIKE, null),
            users().disassociate(club, faces, null))) {
      assertThat(change).isEqualTo(new Refused<>(Refusal.NO_COLLECTION));
    }
    assertThat(users().list(club, null, 10)).isEmpty();
    assertThat(users().faces(club, ada, null, 10)).isEmpty();
    assertThat(users().deleteFaces(club, List.of(nobody))).isEmpty();
    assertThat(users().search(club, nobody, LIKELY)).isEmpty();
    assertThat(users().search(club, ada, LIKELY)).isEmpty();
    Optional<ImageUserSearch> search =
        with(
            Portrait.of(Person.ADA),
            image -> users().search(club, image, QualityFilter.NONE, LIKELY));
    assertThat(search).isEmpty();
  }

  @Test
  void nothingIsThereBeforeTheUserIs() {
    FaceId face = index(Portrait.of(Person.ADA));

    for (UserChange<?> change :
        List.of(
            users().delete(club, ada, null),
            users().associate(club, new UserFaces(ada, List.of(face)), LIKE, null),
            users().disassociate(club, new UserFaces(ada, List.of(face)), null))) {
      assertThat(change).isEqualTo(new Refused<>(Refusal.NO_USER));
    }
    assertThat(users().list(club, null, 10)).contains(new UserPage(List.of(), null));
    assertThat(facesOf(ada)).isEmpty();
    assertThat(users().search(club, ada, LIKELY)).isEmpty();
    assertThat(found(face, ANYBODY)).isEmpty();
    assertThat(userCount()).isZero();
  }

  @Test
  void aUserWithoutAFaceIsListedAndNeverFound() {
    FaceId face = index(Portrait.of(Person.ADA));

    create(ada);

    User created = new User(ada, UserStatus.CREATED);
    assertThat(users().list(club, null, 10)).contains(new UserPage(List.of(created), null));
    assertThat(userCount()).isOne();
    assertThat(found(face, ANYBODY)).isEmpty();
    assertThat(users().search(club, ada, ANYBODY).orElseThrow().matches()).isEmpty();
  }

  @Test
  void aNameIsTakenOnceInACollection() {
    CollectionId other = new CollectionId("other");
    assertThat(collections().create(other)).isPresent();
    create(ada);

    assertThat(users().create(club, ada, null)).isEqualTo(new Refused<>(Refusal.USER_EXISTS));
    assertThat(users().create(other, ada, null)).isEqualTo(new Done<>(ada));
    assertThat(users().list(other, null, 10).orElseThrow().users()).hasSize(1);
  }

  @Test
  void aUserIsFoundByAnotherPictureAndNotByAStrangers() {
    FaceId first = index(Portrait.of(Person.ADA));
    FaceId second = index(Portrait.of(Person.ADA).take(1));
    FaceId stranger = index(Portrait.of(Person.BORIS));
    create(ada);

    assertThat(associate(ada, first, second))
        .isEqualTo(new FacesChanged(List.of(first, second), List.of(), UserStatus.ACTIVE));

    assertThat(users().list(club, null, 10).orElseThrow().users())
        .containsExactly(new User(ada, UserStatus.ACTIVE));
    assertThat(byImage(Portrait.of(Person.ADA).take(2)).matches())
        .extracting(SimilarUser::user)
        .containsExactly(new User(ada, UserStatus.ACTIVE));
    assertThat(byImage(Portrait.of(Person.CLARA)).matches()).isEmpty();
    assertThat(found(stranger, LIKELY)).isEmpty();
    assertThat(found(index(Portrait.of(Person.ADA).take(3)), LIKELY)).containsExactly(ada);
  }

  @Test
  void theOwnerOfAFaceIsAmongItsMatchesAndAUserNotAmongTheirOwn() {
    FaceId first = index(Portrait.of(Person.ADA));
    FaceId second = index(Portrait.of(Person.ADA).take(1));
    FaceId stranger = index(Portrait.of(Person.BORIS));
    UserId again = new UserId("ada-again");
    Stream.of(ada, again, boris).forEach(this::create);
    FacesChanged _ = associate(ada, first);
    FacesChanged _ = associate(again, second);
    FacesChanged _ = associate(boris, stranger);

    assertThat(found(first, LIKELY)).containsExactlyInAnyOrder(ada, again);
    assertThat(found(ada, LIKELY)).containsExactly(again);
    assertThat(found(ada, ANYBODY)).containsExactly(again, boris);
    assertThat(users().search(club, ada, new Matching(0, 1)).orElseThrow().matches()).hasSize(1);
    assertThat(users().search(club, first, ANYBODY).orElseThrow().matches())
        .hasSize(3)
        .isSortedAccordingTo(comparingDouble(SimilarUser::similarity).reversed());
  }

  @Test
  void aUserOfOneFaceIsAsLikeAsTheFace() {
    FaceId adas = index(Portrait.of(Person.ADA));
    FaceId later = index(Portrait.of(Person.ADA).take(1));
    FaceId stranger = index(Portrait.of(Person.BORIS));
    create(ada);
    FacesChanged _ = associate(ada, adas);

    for (FaceId face : List.of(later, stranger)) {
      double likeFace =
          collections().search(club, face, ANYBODY).orElseThrow().matches().stream()
              .filter(match -> match.face().id().equals(adas))
              .findFirst()
              .map(SimilarFace::similarity)
              .orElseThrow();
      assertThat(users().search(club, face, ANYBODY).orElseThrow().matches())
          .containsExactly(new SimilarUser(new User(ada, UserStatus.ACTIVE), likeFace));
    }
  }

  @Test
  void facesTellWhoseTheyAre() {
    List<FaceId> faces =
        IntStream.range(0, 3).mapToObj(take -> index(Portrait.of(Person.ADA).take(take))).toList();
    FaceId stranger = index(Portrait.of(Person.BORIS));
    create(ada);
    FacesChanged _ = associate(ada, faces.toArray(FaceId[]::new));

    List<FaceId> listed = new ArrayList<>();
    Cursor next = null;
    do {
      FacePage page = users().faces(club, ada, next, 2).orElseThrow();
      assertThat(page.faces()).hasSizeLessThanOrEqualTo(2);
      assertThat(page.faces()).extracting(IndexedFace::user).containsOnly(ada);
      page.faces().forEach(face -> listed.add(face.id()));
      next = page.next();
    } while (next != null);

    assertThat(listed).containsExactlyInAnyOrderElementsOf(faces);
    assertThat(ownerOf(faces.getFirst())).isEqualTo(ada);
    assertThat(ownerOf(stranger)).isNull();
    assertThat(collections().faces(club, null, 10).orElseThrow().faces())
        .filteredOn(face -> ada.equals(face.user()))
        .hasSize(3);
    assertThat(collections().search(club, faces.getFirst(), LIKELY).orElseThrow().matches())
        .extracting(match -> match.face().user())
        .containsOnly(ada);
    assertThat(facesOf(boris)).isEmpty();
  }

  @Test
  void aFaceThatIsTheUsersAlreadyIsNotSpokenOf() {
    FaceId face = index(Portrait.of(Person.ADA));
    create(ada);
    FacesChanged _ = associate(ada, face, face);

    assertThat(associate(ada, face))
        .isEqualTo(new FacesChanged(List.of(), List.of(), UserStatus.ACTIVE));
    assertThat(facesOf(ada)).containsExactly(face);
  }

  @Test
  void aFaceBelongsToOneUser() {
    FaceId face = index(Portrait.of(Person.ADA));
    FaceId other = index(Portrait.of(Person.ADA).take(1));
    Stream.of(ada, boris).forEach(this::create);
    FacesChanged _ = associate(ada, face);

    assertThat(associate(boris, nobody, face, other))
        .isEqualTo(
            new FacesChanged(
                List.of(other),
                List.of(new NotFound(nobody), new OfUser(face, ada)),
                UserStatus.ACTIVE));

    assertThat(ownerOf(face)).isEqualTo(ada);
    assertThat(ownerOf(other)).isEqualTo(boris);
  }

  @Test
  void whoHasFacesGetsOnlyThoseThatAreAlike() {
    FaceId adas = index(Portrait.of(Person.ADA));
    FaceId stranger = index(Portrait.of(Person.BORIS));
    create(ada);
    FacesChanged _ = associate(ada, adas);

    FacesChanged answer = associate(ada, stranger);

    assertThat(answer.changed()).isEmpty();
    assertThat(answer.status()).isEqualTo(UserStatus.ACTIVE);
    double similarity =
        users().search(club, stranger, ANYBODY).orElseThrow().matches().getFirst().similarity();
    assertThat(answer.others()).containsExactly(new Unlike(stranger, similarity));
    assertThat(associate(ada, 0, stranger).changed()).containsExactly(stranger);
  }

  @Test
  void whoHadNoFaceGetsAnyWhateverTheyAre() {
    FaceId adas = index(Portrait.of(Person.ADA));
    FaceId stranger = index(Portrait.of(Person.BORIS));
    create(ada);

    assertThat(associate(ada, 100, adas, stranger).changed()).containsExactly(adas, stranger);
  }

  @Test
  void nobodyHasMoreFacesThanThereMayBe() {
    List<FaceId> faces = atLeast(CollectionUsers.MOST_FACES + 1);
    create(ada);
    FacesChanged _ = associate(ada, faces.getFirst());

    assertThat(
            users()
                .associate(
                    club,
                    new UserFaces(ada, faces.subList(1, CollectionUsers.MOST_FACES + 1)),
                    0,
                    token))
        .isEqualTo(new Refused<>(Refusal.TOO_MANY));

    assertThat(facesOf(ada)).containsExactly(faces.getFirst());
    FaceId[] most = faces.subList(0, CollectionUsers.MOST_FACES).toArray(FaceId[]::new);
    assertThat(associate(ada, 0, most).changed()).hasSize(CollectionUsers.MOST_FACES - 1);
    assertThat(users().associate(club, new UserFaces(ada, List.of(faces.getLast())), 0, null))
        .isEqualTo(new Refused<>(Refusal.TOO_MANY));
    assertThat(associate(ada, nobody).others()).containsExactly(new NotFound(nobody));
  }

  @Test
  void partedFacesAreNobodysAndTheLastOneLeavesAUserWithout() {
    FaceId first = index(Portrait.of(Person.ADA));
    FaceId second = index(Portrait.of(Person.ADA).take(1));
    FaceId strangers = index(Portrait.of(Person.BORIS));
    Stream.of(ada, boris).forEach(this::create);
    FacesChanged _ = associate(ada, first, second);
    FacesChanged _ = associate(boris, strangers);

    assertThat(disassociate(ada, first, nobody, strangers))
        .isEqualTo(
            new FacesChanged(
                List.of(first),
                List.of(new NotFound(nobody), new OfUser(strangers, boris)),
                UserStatus.ACTIVE));
    assertThat(ownerOf(first)).isNull();
    assertThat(found(first, LIKELY)).containsExactly(ada);

    assertThat(disassociate(ada, first, second))
        .isEqualTo(new FacesChanged(List.of(second), List.of(), UserStatus.CREATED));
    assertThat(found(first, LIKELY)).isEmpty();
    assertThat(associate(boris, 0, first).changed()).containsExactly(first);
  }

  @Test
  void aDeletedUserIsGoneAndTheFacesStay() {
    FaceId face = index(Portrait.of(Person.ADA));
    create(ada);
    FacesChanged _ = associate(ada, face);

    assertThat(users().delete(club, ada, null)).isEqualTo(new Done<>(ada));

    assertThat(users().delete(club, ada, null)).isEqualTo(new Refused<>(Refusal.NO_USER));
    assertThat(userCount()).isZero();
    assertThat(found(face, ANYBODY)).isEmpty();
    assertThat(ownerOf(face)).isNull();
    create(ada);
    assertThat(facesOf(ada)).isEmpty();
  }

  @Test
  void facesOfUsersAreSparedUnlessTheyAreToGoWhoseverTheyAre() {
    FaceId adas = index(Portrait.of(Person.ADA));
    FaceId later = index(Portrait.of(Person.ADA).take(1));
    FaceId nobodys = index(Portrait.of(Person.ADA).take(2));
    create(ada);
    FacesChanged _ = associate(ada, adas, later);

    assertThat(users().deleteFaces(club, List.of(adas, nobodys, nobody, nobodys)))
        .contains(
            new FaceDeletion(
                List.of(nobodys), List.of(new OfUser(adas, ada), new NotFound(nobody))));

    assertThat(collections().deleteFaces(club, List.of(later)).orElseThrow())
        .containsExactly(later);
    assertThat(facesOf(ada)).containsExactly(adas);
    assertThat(found(ada, ANYBODY)).isEmpty();
    assertThat(found(adas, LIKELY)).containsExactly(ada);
    assertThat(collections().deleteFaces(club, List.of(adas)).orElseThrow()).containsExactly(adas);
    assertThat(users().list(club, null, 10).orElseThrow().users())
        .containsExactly(new User(ada, UserStatus.CREATED));
    assertThat(byImage(Portrait.of(Person.ADA)).matches()).isEmpty();
  }

  @Test
  void usersGoWithTheirCollectionAndSoDoTokens() {
    FaceId face = index(Portrait.of(Person.ADA));
    assertThat(users().create(club, ada, token)).isEqualTo(new Done<>(ada));
    FacesChanged _ = associate(ada, face);

    assertThat(collections().delete(club)).contains(club);
    assertThat(collections().create(club)).isPresent();

    assertThat(userCount()).isZero();
    assertThat(users().create(club, boris, token)).isEqualTo(new Done<>(boris));
    assertThat(byImage(Portrait.of(Person.ADA)).matches()).isEmpty();
  }

  @Test
  void aCallWithATokenIsMadeOnce() {
    FaceId face = index(Portrait.of(Person.ADA));
    UserFaces faces = new UserFaces(ada, List.of(face, nobody));

    assertThat(users().create(club, ada, token)).isEqualTo(new Done<>(ada));
    assertThat(users().create(club, ada, token)).isEqualTo(new Done<>(ada));
    UserChange<FacesChanged> associated = users().associate(club, faces, LIKE, token);
    assertThat(users().associate(club, faces, LIKE, token)).isEqualTo(associated);
    UserChange<FacesChanged> parted = users().disassociate(club, faces, token);
    assertThat(users().disassociate(club, faces, token)).isEqualTo(parted);
    assertThat(users().delete(club, ada, token)).isEqualTo(new Done<>(ada));
    assertThat(users().delete(club, ada, token)).isEqualTo(new Done<>(ada));
    assertThat(users().create(club, ada, token)).isEqualTo(new Done<>(ada));

    assertThat(userCount()).isZero();
    List<Unchanged> others = List.of(new NotFound(nobody));
    assertThat(associated)
        .isEqualTo(new Done<>(new FacesChanged(List.of(face), others, UserStatus.ACTIVE)));
    assertThat(parted)
        .isEqualTo(new Done<>(new FacesChanged(List.of(face), others, UserStatus.CREATED)));
  }

  @Test
  void anAnswerIsKeptWithAllItSaid() {
    FaceId adas = index(Portrait.of(Person.ADA));
    FaceId other = index(Portrait.of(Person.CLARA));
    FaceId stranger = index(Portrait.of(Person.BORIS));
    Stream.of(ada, boris).forEach(this::create);
    FacesChanged _ = associate(ada, adas);
    FacesChanged _ = associate(boris, stranger);
    UserFaces faces = new UserFaces(ada, List.of(stranger, nobody, other));

    UserChange<FacesChanged> answer = users().associate(club, faces, LIKE, token);
    FacesChanged _ = disassociate(ada, adas);

    assertThat(users().associate(club, faces, LIKE, token)).isEqualTo(answer);
    assertThat(answer).isInstanceOf(Done.class);
    assertThat(facesOf(ada)).isEmpty();
  }

  @Test
  void aTokenIsForOneCallOfItsKind() {
    FaceId face = index(Portrait.of(Person.ADA));
    CollectionId other = new CollectionId("other");
    assertThat(collections().create(other)).isPresent();
    assertThat(users().create(club, ada, token)).isEqualTo(new Done<>(ada));
    UserFaces faces = new UserFaces(ada, List.of(face));
    UserChange<FacesChanged> _ = users().associate(club, faces, LIKE, token);

    Refused<Object> refused = new Refused<>(Refusal.TOKEN_OF_ANOTHER_CALL);
    assertThat(users().create(club, boris, token)).isEqualTo(refused);
    assertThat(users().create(other, ada, token)).isEqualTo(refused);
    assertThat(users().associate(club, faces, LIKE - 1, token)).isEqualTo(refused);
    assertThat(users().associate(club, new UserFaces(ada, List.of(nobody)), LIKE, token))
        .isEqualTo(refused);
    assertThat(userCount()).isOne();
  }

  @Test
  void whatWasRefusedMayBeAskedAgainWithTheSameToken() {
    assertThat(users().create(club, ada, token)).isEqualTo(new Refused<>(Refusal.NO_COLLECTION));
    create(ada);
    assertThat(users().create(club, ada, token)).isEqualTo(new Refused<>(Refusal.USER_EXISTS));

    assertThat(users().create(club, boris, token)).isEqualTo(new Done<>(boris));
  }

  @Test
  void usersAreListedPageByPage() {
    List<UserId> ids =
        Stream.of("a", "A", "b.c", "b-c", "b_c", "b:c", "z".repeat(128)).map(UserId::new).toList();
    ids.forEach(this::create);

    List<UserId> listed = new ArrayList<>();
    Cursor next = null;
    do {
      UserPage page = users().list(club, next, 3).orElseThrow();
      assertThat(page.users()).hasSizeLessThanOrEqualTo(3);
      page.users().forEach(user -> listed.add(user.id()));
      next = page.next();
    } while (next != null);

    assertThat(listed).containsExactlyInAnyOrderElementsOf(ids);
    Cursor madeUp = new Cursor("made up!");
    assertThatIllegalArgumentException().isThrownBy(() -> users().list(club, madeUp, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> users().faces(club, ada, madeUp, 1));
  }

  @Test
  void theLargestFaceOfAnImageIsSearchedForAndTheOthersAreTold() {
    FaceId face = index(Portrait.of(Person.BORIS));
    create(boris);
    FacesChanged _ = associate(boris, face);

    ImageUserSearch nobodys = byImage(Portrait.nobody());
    ImageUserSearch both = byImage(Portrait.together(Person.ADA, Person.BORIS));

    assertThat(nobodys.matches()).isEmpty();
    assertThat(nobodys.searched()).isNull();
    assertThat(nobodys.unsearched()).isEmpty();
    assertThat(both.unsearched()).hasSize(1);
    Unsearched other = both.unsearched().getFirst();
    assertThat(other.smaller()).isTrue();
    assertThat(other.reasons()).isEmpty();
    FaceInImage largest = Objects.requireNonNull(both.searched());
    assertThat(largest.box().area()).isGreaterThanOrEqualTo(other.face().box().area());
    assertThat(byImage(Portrait.of(Person.BORIS).take(1)).searched()).isNotNull();
  }

  private void create(UserId user) {
    Optional<Summary> _ = collections().create(club);
    assertThat(users().create(club, user, null)).isEqualTo(new Done<>(user));
  }

  private FacesChanged associate(UserId user, FaceId... faces) {
    return associate(user, LIKE, faces);
  }

  private FacesChanged associate(UserId user, double minSimilarity, FaceId... faces) {
    return done(users().associate(club, new UserFaces(user, List.of(faces)), minSimilarity, null));
  }

  private FacesChanged disassociate(UserId user, FaceId... faces) {
    return done(users().disassociate(club, new UserFaces(user, List.of(faces)), null));
  }

  private static <T> T done(UserChange<T> change) {
    return switch (change) {
      case Done<T>(T answer) -> answer;
      case Refused<T>(Refusal why) -> throw new AssertionError("Refused: " + why);
    };
  }

  private List<UserId> found(FaceId face, Matching matching) {
    return ids(users().search(club, face, matching).orElseThrow());
  }

  private List<UserId> found(UserId user, Matching matching) {
    return ids(users().search(club, user, matching).orElseThrow());
  }

  private static List<UserId> ids(UserSearch search) {
    assertThat(search.modelVersion()).isNotBlank();
    return search.matches().stream().map(match -> match.user().id()).toList();
  }

  private ImageUserSearch byImage(Portrait portrait) {
    return with(
        portrait, image -> users().search(club, image, QualityFilter.NONE, LIKELY).orElseThrow());
  }

  private long userCount() {
    return collections().describe(club).orElseThrow().users();
  }

  private List<FaceId> facesOf(UserId user) {
    return users().faces(club, user, null, 1000).orElseThrow().faces().stream()
        .map(IndexedFace::id)
        .toList();
  }

  private @Nullable UserId ownerOf(FaceId face) {
    return collections().faces(club, List.of(face)).orElseThrow().faces().getFirst().user();
  }

  /** Of as few images as show so many. */
  private List<FaceId> atLeast(int faces) {
    List<FaceId> indexed = new ArrayList<>();
    Portrait three = Portrait.together(Person.ADA, Person.BORIS, Person.CLARA);
    for (int name = 0; indexed.size() < faces; name++) {
      indexed.addAll(index(three, "group-" + name));
    }
    return indexed;
  }

  private FaceId index(Portrait portrait) {
    return index(portrait, "somebody").getFirst();
  }

  /** Into the club, which is made if need be. */
  private List<FaceId> index(Portrait portrait, String name) {
    Optional<Summary> _ = collections().create(club);
    return with(
        portrait,
        image ->
            collections()
                .index(
                    club,
                    new NewFaces(image, ExternalImageId.of(name), NewFaces.ALL, QualityFilter.NONE))
                .orElseThrow()
                .indexed()
                .stream()
                .map(indexed -> indexed.face().id())
                .toList());
  }

  private static <T> T with(Portrait portrait, Function<FaceImage, T> work) {
    try (Picture picture = Photos.picture(portrait)) {
      return work.apply(new FaceImage(picture, null));
    }
  }
}
