package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.CollectionUsers.FaceInImage;
import dev.riderphotos.face.CollectionUsers.ImageUserSearch;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.SimilarUser;
import dev.riderphotos.face.CollectionUsers.Unchanged;
import dev.riderphotos.face.CollectionUsers.Undeleted;
import dev.riderphotos.face.CollectionUsers.Unlike;
import dev.riderphotos.face.CollectionUsers.Unsearched;
import dev.riderphotos.face.CollectionUsers.User;
import dev.riderphotos.face.CollectionUsers.UserStatus;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.MatchedUser;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchedFaceDetails;
import software.amazon.awssdk.services.rekognition.model.UnsearchedFace;
import software.amazon.awssdk.services.rekognition.model.UnsearchedFaceReason;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociation;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociationReason;
import software.amazon.awssdk.services.rekognition.model.UserMatch;

/** What Rekognition tells of users, as we do. */
final class RekognitionUserShapes {
  private RekognitionUserShapes() {}

  static User user(software.amazon.awssdk.services.rekognition.model.User user) {
    return new User(new UserId(user.userId()), status(user.userStatus()));
  }

  static UserStatus status(software.amazon.awssdk.services.rekognition.model.UserStatus status) {
    return UserStatus.valueOf(status.name());
  }

  static <T> List<FaceId> ids(List<T> faces, Function<T, String> id) {
    return faces.stream().map(id).map(FaceId::new).toList();
  }

  static List<Unchanged> unassociated(AssociateFacesResponse answer) {
    return answer.unsuccessfulFaceAssociations().stream()
        .map(RekognitionUserShapes::unassociated)
        .toList();
  }

  static List<Unchanged> notDisassociated(DisassociateFacesResponse answer) {
    return answer.unsuccessfulFaceDisassociations().stream()
        .map(face -> unchanged(face.faceId(), face.userId()))
        .toList();
  }

  static List<Undeleted> undeleted(DeleteFacesResponse answer) {
    return answer.unsuccessfulFaceDeletions().stream()
        .<Undeleted>map(
            face ->
                face.userId() == null
                    ? new NotFound(new FaceId(face.faceId()))
                    : new OfUser(new FaceId(face.faceId()), new UserId(face.userId())))
        .toList();
  }

  static List<SimilarUser> similar(List<UserMatch> matches) {
    return matches.stream()
        .map(match -> new SimilarUser(user(match.user()), match.similarity()))
        .toList();
  }

  private static User user(MatchedUser user) {
    return new User(new UserId(user.userId()), status(user.userStatus()));
  }

  static ImageUserSearch search(SearchUsersByImageResponse answer) {
    SearchedFaceDetails searched = answer.searchedFace();
    return new ImageUserSearch(
        answer.faceModelVersion(),
        similar(answer.userMatches()),
        searched == null ? null : inImage(searched.faceDetail()),
        answer.unsearchedFaces().stream().map(RekognitionUserShapes::unsearched).toList());
  }

  private static Unsearched unsearched(UnsearchedFace face) {
    return new Unsearched(
        inImage(face.faceDetails()),
        face.reasons().contains(UnsearchedFaceReason.FACE_NOT_LARGEST),
        RekognitionShapes.reasons(face.reasonsAsStrings()));
  }

  private static FaceInImage inImage(FaceDetail seen) {
    Float confidence = seen.confidence();
    return new FaceInImage(
        RekognitionShapes.box(seen.boundingBox()),
        confidence == null ? null : confidence.doubleValue());
  }

  private static Unchanged unassociated(UnsuccessfulFaceAssociation face) {
    return face.reasons().contains(UnsuccessfulFaceAssociationReason.LOW_MATCH_CONFIDENCE)
        ? new Unlike(new FaceId(face.faceId()), face.confidence())
        : unchanged(face.faceId(), face.userId());
  }

  /** Only of a face that has a user Rekognition says whose it is. */
  private static Unchanged unchanged(String face, @Nullable String user) {
    FaceId id = new FaceId(face);
    return user == null ? new NotFound(id) : new OfUser(id, new UserId(user));
  }
}
