package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FaceInImage;
import dev.riderphotos.face.CollectionUsers.ImageUserSearch;
import dev.riderphotos.face.CollectionUsers.SimilarUser;
import dev.riderphotos.face.CollectionUsers.Unsearched;
import dev.riderphotos.face.CollectionUsers.UserSearch;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.UserId;
import dev.riderphotos.rekognition.Shapes.BoundingBox;
import dev.riderphotos.rekognition.Shapes.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searches a collection for users. */
final class UserSearchOperations {
  private final CollectionUsers users;
  private final FaceCollections collections;
  private final Images images;

  UserSearchOperations(CollectionUsers users, FaceCollections collections, Images images) {
    this.users = users;
    this.collections = collections;
    this.images = images;
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserMatch(float similarity, User user) {
    static List<UserMatch> all(List<SimilarUser> matches) {
      return matches.stream()
          .map(match -> new UserMatch((float) match.similarity(), User.of(match.user())))
          .toList();
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchedFace(String faceId) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchedUser(String userId) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchUsersResponse(
      List<UserMatch> userMatches,
      String faceModelVersion,
      @Nullable SearchedFace searchedFace,
      @Nullable SearchedUser searchedUser) {}

  /** Where a face is, and how sure that is: Rekognition says no more of it here. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FaceInImageDetail(BoundingBox boundingBox, @Nullable Float confidence) {
    static FaceInImageDetail of(FaceInImage face) {
      Double confidence = face.confidence();
      return new FaceInImageDetail(
          BoundingBox.of(face.box()), confidence == null ? null : confidence.floatValue());
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchedFaceDetails(FaceInImageDetail faceDetail) {
    static @Nullable SearchedFaceDetails of(@Nullable FaceInImage face) {
      return face == null ? null : new SearchedFaceDetails(FaceInImageDetail.of(face));
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnsearchedFace(FaceInImageDetail faceDetails, List<String> reasons) {
    static UnsearchedFace of(Unsearched face) {
      List<String> reasons = new ArrayList<>();
      if (face.smaller()) {
        reasons.add("FACE_NOT_LARGEST");
      }
      face.reasons().stream().sorted().map(Enum::name).forEach(reasons::add);
      return new UnsearchedFace(FaceInImageDetail.of(face.face()), reasons);
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchUsersByImageResponse(
      List<UserMatch> userMatches,
      String faceModelVersion,
      @Nullable SearchedFaceDetails searchedFace,
      List<UnsearchedFace> unsearchedFaces) {
    static SearchUsersByImageResponse of(ImageUserSearch search) {
      return new SearchUsersByImageResponse(
          UserMatch.all(search.matches()),
          search.modelVersion(),
          SearchedFaceDetails.of(search.searched()),
          search.unsearched().stream().map(UnsearchedFace::of).toList());
    }
  }

  SearchUsersResponse search(Input request) {
    CollectionId id = Members.collection(request);
    Optional<FaceId> face = Members.faceIfGiven(request);
    Optional<UserId> user = Members.userIfGiven(request);
    Matching matching = Members.userMatching(request);
    if (face.isPresent() == user.isPresent()) {
      throw RekognitionException.invalidParameter(
          "Request has invalid parameters: exactly one of FaceId and UserId is searched for.");
    }
    return face.isPresent()
        ? byFace(id, face.get(), matching)
        : byUser(id, user.orElseThrow(), matching);
  }

  SearchUsersByImageResponse byImage(Input request) {
    CollectionId id = Members.collection(request);
    Matching matching = Members.userMatching(request);
    QualityFilter filter = Members.filter(request, QualityFilter.NONE);
    return images.with(
        request,
        "Image",
        image ->
            users
                .search(id, image, filter, matching)
                .map(SearchUsersByImageResponse::of)
                .orElseThrow(() -> RekognitionException.noCollection(id)));
  }

  private SearchUsersResponse byFace(CollectionId id, FaceId face, Matching matching) {
    UserSearch search =
        users
            .search(id, face, matching)
            .orElseThrow(() -> missing(id, RekognitionException.noFaceOfId()));
    return new SearchUsersResponse(
        UserMatch.all(search.matches()),
        search.modelVersion(),
        new SearchedFace(face.value()),
        null);
  }

  private SearchUsersResponse byUser(CollectionId id, UserId user, Matching matching) {
    UserSearch search =
        users
            .search(id, user, matching)
            .orElseThrow(() -> missing(id, RekognitionException.noUser(user)));
    return new SearchUsersResponse(
        UserMatch.all(search.matches()),
        search.modelVersion(),
        null,
        new SearchedUser(user.value()));
  }

  private RekognitionException missing(CollectionId id, RekognitionException inCollection) {
    return collections.describe(id).isPresent()
        ? inCollection
        : RekognitionException.noCollection(id);
  }
}
