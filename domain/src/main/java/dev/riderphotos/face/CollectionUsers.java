package dev.riderphotos.face;

import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.Matching;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users of collections: people, each with the faces that are associated to them, by which they
 * are searched for as one. A face belongs to one user at most, and a user without a face is never
 * found.
 *
 * <p>Changes are made whole or refused. One with a token is made once: for {@link #TOKENS_KEPT} the
 * same call with the same token is answered as the first was, whatever happened since, and another
 * of the same kind is refused; refusals are not kept. A call on a collection that does not exist is
 * refused, or answers with an empty {@code Optional}. Users, their faces and their tokens go with
 * their collection. A change is seen by every call that begins after it returned, or, where a
 * service keeps the users, a moment later. Writes are durable when the call returns. Faults are
 * {@link dev.riderphotos.BackendException}s.
 */
public interface CollectionUsers {
  /** No user has more faces. */
  int MOST_FACES = 100;

  /** For so long the answer to a call is known by its token. */
  Duration TOKENS_KEPT = Duration.ofHours(24);

  /** Makes a user without faces; refused if there is one of this name. */
  UserChange<UserId> create(CollectionId id, UserId user, @Nullable RequestToken token);

  /** Deletes the user, whose faces stay in the collection as nobody's. */
  UserChange<UserId> delete(CollectionId id, UserId user, @Nullable RequestToken token);

  /** Lists all users, each once, page by page; the order is the backend's choice. */
  Optional<UserPage> list(CollectionId id, @Nullable Cursor after, int limit);

  /**
   * Associates those of the faces that can be; those that are associated to the user already are
   * not spoken of. Refused if the user would have more than {@link #MOST_FACES}.
   *
   * @param minSimilarity 0 to 100; how much each face must look like the user, if the user has
   *     faces when this is called
   */
  UserChange<FacesChanged> associate(
      CollectionId id, UserFaces faces, double minSimilarity, @Nullable RequestToken token);

  /** Parts the user from those of the faces; those that are nobody's are not spoken of. */
  UserChange<FacesChanged> disassociate(
      CollectionId id, UserFaces faces, @Nullable RequestToken token);

  /**
   * Searches for those who look like a face of the collection, whose own user is among them; also
   * empty if no such face is there.
   */
  Optional<UserSearch> search(CollectionId id, FaceId face, Matching matching);

  /**
   * Searches for those who look like a user, who is not among them; also empty if no such user is
   * there. Nobody looks like a user without faces.
   */
  Optional<UserSearch> search(CollectionId id, UserId user, Matching matching);

  /** Searches for those who look like the largest of an image's faces that pass the filter. */
  Optional<ImageUserSearch> search(
      CollectionId id, FaceImage image, QualityFilter filter, Matching matching);

  /** Lists the faces of a user, page by page, as all faces are listed; none if there is no user. */
  Optional<FaceCollections.FacePage> faces(
      CollectionId id, UserId user, @Nullable Cursor after, int limit);

  /** Deletes those of the faces for good that are nobody's; the answer says what became of each. */
  Optional<FaceDeletion> deleteFaces(CollectionId id, List<FaceId> faces);

  /** A user, and whether there is a face of theirs. */
  record User(UserId id, UserStatus status) {}

  /** What can be said of a user, in Rekognition's words. */
  enum UserStatus {
    /** The user is searched for by all their faces. */
    ACTIVE,
    /** Faces are on their way to or from the user. */
    UPDATING,
    CREATING,
    /** There is the user, and no face of theirs. */
    CREATED
  }

  /**
   * A user and faces, 1 to {@link #MOST_FACES} of them; one that is named twice counts once.
   *
   * @throws IllegalArgumentException for more or none
   */
  record UserFaces(UserId user, List<FaceId> faces) {
    public UserFaces {
      if (faces.isEmpty() || faces.size() > MOST_FACES) {
        throw new IllegalArgumentException("1 to %d faces at once".formatted(MOST_FACES));
      }
      faces = List.copyOf(faces);
    }
  }

  /**
   * Some users.
   *
   * @param next where to go on, or {@code null} if this was the last page
   */
  record UserPage(List<User> users, @Nullable Cursor next) {
    public UserPage {
      users = List.copyOf(users);
    }
  }

  /** What became of a user's faces, in the order they were named. */
  record FacesChanged(List<FaceId> changed, List<Unchanged> others, UserStatus status) {
    public FacesChanged {
      changed = List.copyOf(changed);
      others = List.copyOf(others);
    }
  }

  /** Which faces are gone, in any order, and which are not. */
  record FaceDeletion(List<FaceId> deleted, List<Undeleted> others) {
    public FaceDeletion {
      deleted = List.copyOf(deleted);
      others = List.copyOf(others);
    }
  }

  /** A face that was neither associated nor disassociated, and why. */
  sealed interface Unchanged {
    FaceId face();
  }

  /** A face that was not deleted, and why. */
  sealed interface Undeleted {
    FaceId face();
  }

  /** The face is not in the collection. */
  record NotFound(FaceId face) implements Unchanged, Undeleted {}

  /** The face is this user's; another's, where it was to be associated or disassociated. */
  record OfUser(FaceId face, UserId user) implements Unchanged, Undeleted {}

  /** The face looks too little like the user: so much, 0 to 100. */
  record Unlike(FaceId face, double similarity) implements Unchanged {}

  /**
   * A user who looks like what was searched for.
   *
   * @param similarity 0 to 100; of a user with one face that of the face
   */
  record SimilarUser(User user, double similarity) {}

  /** Who looks like a face or a user, the most similar first. */
  record UserSearch(String modelVersion, List<SimilarUser> matches) {
    public UserSearch {
      matches = List.copyOf(matches);
    }
  }

  /**
   * Who looks like the face of an image, the most similar first.
   *
   * @param searched the face that was searched for, or {@code null} if none was
   * @param unsearched all other faces that were seen, the largest first
   */
  record ImageUserSearch(
      String modelVersion,
      List<SimilarUser> matches,
      @Nullable FaceInImage searched,
      List<Unsearched> unsearched) {
    public ImageUserSearch {
      matches = List.copyOf(matches);
      unsearched = List.copyOf(unsearched);
    }
  }

  /**
   * A face of an image.
   *
   * @param confidence that it is a face, 0 to 100; {@code null} where nobody said
   */
  record FaceInImage(BoundingBox box, @Nullable Double confidence) {}

  /**
   * A face that was seen and not searched for.
   *
   * @param smaller whether another was searched for that is larger
   * @param reasons what else is against it
   */
  record Unsearched(FaceInImage face, boolean smaller, Set<UnindexedReason> reasons) {
    public Unsearched {
      reasons = Set.copyOf(reasons);
    }
  }
}
