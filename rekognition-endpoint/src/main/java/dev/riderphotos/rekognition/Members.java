package dev.riderphotos.rekognition;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Members that several operations take, with the bounds and defaults of Rekognition's model. */
final class Members {
  /** No answer has more users. */
  static final int MOST_USERS = 500;

  private static final int MOST = 4096;
  private static final int USUAL_MATCHES = 80;
  private static final int USUAL_SIMILARITY = 80;

  private static final Input.Text COLLECTION = Input.Text.like(1, 255, "[a-zA-Z0-9_.\\-]+");
  private static final Input.Text NAME = Input.Text.like(1, 255, "[a-zA-Z0-9_.\\-:]+");
  private static final Input.Text FACE =
      Input.Text.like(
          0, Integer.MAX_VALUE, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Input.Text USER = Input.Text.like(1, 128, "[a-zA-Z0-9_.\\-:]+");
  private static final Input.Text REQUEST = Input.Text.like(1, 64, "^[a-zA-Z0-9-_]+$");
  private static final Input.Text TOKEN = Input.Text.of(0, 255);

  private Members() {}

  static CollectionId collection(Input request) {
    return new CollectionId(request.text("CollectionId", COLLECTION));
  }

  static Optional<ExternalImageId> externalImageId(Input request) {
    return request.textIfGiven("ExternalImageId", NAME).map(ExternalImageId::new);
  }

  static FaceId face(Input request) {
    return new FaceId(request.text("FaceId", FACE));
  }

  static Optional<FaceId> faceIfGiven(Input request) {
    return request.textIfGiven("FaceId", FACE).map(FaceId::new);
  }

  static UserId user(Input request) {
    return new UserId(request.text("UserId", USER));
  }

  static Optional<UserId> userIfGiven(Input request) {
    return request.textIfGiven("UserId", USER).map(UserId::new);
  }

  static UserFaces userFaces(Input request) {
    List<String> faces = request.texts("FaceIds", 1, CollectionUsers.MOST_FACES, FACE);
    return new UserFaces(user(request), ids(faces));
  }

  static @Nullable RequestToken token(Input request) {
    return request.textIfGiven("ClientRequestToken", REQUEST).map(RequestToken::new).orElse(null);
  }

  static List<FaceId> faces(Input request) {
    return ids(request.texts("FaceIds", 1, MOST, FACE));
  }

  static Optional<List<FaceId>> facesIfGiven(Input request) {
    return request.textsIfGiven("FaceIds", 1, MOST, FACE).map(Members::ids);
  }

  static QualityFilter filter(Input request, QualityFilter otherwise) {
    return request.choice("QualityFilter", QualityFilter.class, otherwise);
  }

  static double similarity(Input request, String member) {
    return request.number(member, 0, 100, USUAL_SIMILARITY);
  }

  static Matching matching(Input request) {
    return new Matching(
        similarity(request, "FaceMatchThreshold"),
        request.integer("MaxFaces", 1, MOST, USUAL_MATCHES));
  }

  static Matching userMatching(Input request) {
    return new Matching(
        similarity(request, "UserMatchThreshold"),
        request.integer("MaxUsers", 1, MOST_USERS, MOST_USERS));
  }

  /** 0 is no number of results, and means as many as there may be. */
  static int pageSize(Input request) {
    int size = request.integer("MaxResults", 0, MOST, MOST);
    return size == 0 ? MOST : size;
  }

  static @Nullable Cursor cursor(Input request) {
    return request.textIfGiven("NextToken", TOKEN).map(Cursor::new).orElse(null);
  }

  /** The page, unless whoever makes it does not know the cursor for its own. */
  static <T> T page(Supplier<T> page) {
    try {
      return page.get();
    } catch (IllegalArgumentException foreign) {
      throw RekognitionException.invalidToken();
    }
  }

  private static List<FaceId> ids(List<String> texts) {
    return texts.stream().map(FaceId::new).toList();
  }
}
