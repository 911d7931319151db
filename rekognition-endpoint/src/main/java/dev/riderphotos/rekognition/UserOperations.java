package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Unchanged;
import dev.riderphotos.face.CollectionUsers.Unlike;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.CollectionUsers.UserPage;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import dev.riderphotos.rekognition.Shapes.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, lists and deletes the users of a collection, and says which faces are theirs. */
final class UserOperations {
  private static final int USUAL_SIMILARITY = 75;

  private final CollectionUsers users;

  UserOperations(CollectionUsers users) {
    this.users = users;
  }

  /** An answer without members. */
  @Serdeable.Serializable
  record NothingResponse() {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ListUsersResponse(List<User> users, @Nullable String nextToken) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangedFace(String faceId) {
    static ChangedFace of(FaceId face) {
      return new ChangedFace(face.value());
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnchangedFace(
      String faceId, @Nullable String userId, @Nullable Float confidence, List<String> reasons) {
    static UnchangedFace of(Unchanged face) {
      String id = face.face().value();
      return switch (face) {
        case NotFound _ -> new UnchangedFace(id, null, null, List.of("FACE_NOT_FOUND"));
        case OfUser(_, UserId user) ->
            new UnchangedFace(id, user.value(), null, List.of("ASSOCIATED_TO_A_DIFFERENT_USER"));
        case Unlike(_, double similarity) ->
            new UnchangedFace(id, null, (float) similarity, List.of("LOW_MATCH_CONFIDENCE"));
      };
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AssociateFacesResponse(
      List<ChangedFace> associatedFaces,
      List<UnchangedFace> unsuccessfulFaceAssociations,
      String userStatus) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DisassociateFacesResponse(
      List<ChangedFace> disassociatedFaces,
      List<UnchangedFace> unsuccessfulFaceDisassociations,
      String userStatus) {}

  NothingResponse create(Input request) {
    CollectionId id = Members.collection(request);
    UserId user = Members.user(request);
    UserId _ = done(users.create(id, user, Members.token(request)), id, user);
    return new NothingResponse();
  }

  NothingResponse delete(Input request) {
    CollectionId id = Members.collection(request);
    UserId user = Members.user(request);
    UserId _ = done(users.delete(id, user, Members.token(request)), id, user);
    return new NothingResponse();
  }

  ListUsersResponse list(Input request) {
    CollectionId id = Members.collection(request);
    Cursor after = Members.cursor(request);
    int limit = request.integer("MaxResults", 1, Members.MOST_USERS, Members.MOST_USERS);
    UserPage page =
        Members.page(() -> users.list(id, after, limit))
            .orElseThrow(() -> RekognitionException.noCollection(id));
    return new ListUsersResponse(
        page.users().stream().map(User::of).toList(),
        page.next() == null ? null : page.next().value());
  }

  AssociateFacesResponse associate(Input request) {
    CollectionId id = Members.collection(request);
    UserFaces faces = Members.userFaces(request);
    double minSimilarity = request.number("UserMatchThreshold", 0, 100, USUAL_SIMILARITY);
    FacesChanged answer =
        done(users.associate(id, faces, minSimilarity, Members.token(request)), id, faces.user());
    return new AssociateFacesResponse(
        answer.changed().stream().map(ChangedFace::of).toList(),
        answer.others().stream().map(UnchangedFace::of).toList(),
        answer.status().name());
  }

  DisassociateFacesResponse disassociate(Input request) {
    CollectionId id = Members.collection(request);
    UserFaces faces = Members.userFaces(request);
    FacesChanged answer =
        done(users.disassociate(id, faces, Members.token(request)), id, faces.user());
    return new DisassociateFacesResponse(
        answer.changed().stream().map(ChangedFace::of).toList(),
        answer.others().stream().map(UnchangedFace::of).toList(),
        answer.status().name());
  }

  private static <T> T done(UserChange<T> change, CollectionId id, UserId user) {
    return switch (change) {
      case Done<T>(T answer) -> answer;
      case Refused<T>(UserChange.Refusal why) ->
          throw switch (why) {
            case NO_COLLECTION -> RekognitionException.noCollection(id);
            case NO_USER -> RekognitionException.noUser(user);
            case USER_EXISTS -> RekognitionException.userExists(user);
            case TOO_MANY -> RekognitionException.tooMany();
            case TOKEN_OF_ANOTHER_CALL -> RekognitionException.tokenOfAnotherCall();
          };
    };
  }
}
