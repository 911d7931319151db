package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.face.UserId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several answers are made of, each under Rekognition's name for it. */
final class Shapes {
  private Shapes() {}

  /** All four are fractions of the picture's width or height. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BoundingBox(float width, float height, float left, float top) {
    static BoundingBox of(dev.riderphotos.face.BoundingBox box) {
      return new BoundingBox(
          (float) box.width(), (float) box.height(), (float) box.left(), (float) box.top());
    }
  }

  /** The place is in fractions of the picture's width and height. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Landmark(String type, float x, float y) {
    static Landmark of(dev.riderphotos.face.Landmark landmark) {
      return new Landmark(
          LandmarkNames.of(landmark.type()), (float) landmark.x(), (float) landmark.y());
    }
  }

  /** The angles are in degrees. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Pose(float roll, float yaw, float pitch) {
    static Pose of(dev.riderphotos.face.Pose pose) {
      return new Pose((float) pose.roll(), (float) pose.yaw(), (float) pose.pitch());
    }
  }

  /** Both are from 0 to 100. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ImageQuality(float brightness, float sharpness) {
    static ImageQuality of(FaceDetail face) {
      return new ImageQuality((float) face.brightness(), (float) face.sharpness());
    }
  }

  /** Whether they are worn, and how sure that is. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sunglasses(boolean value, float confidence) {}

  /** A face of an image that was looked at closely. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SeenFaceDetail(
      BoundingBox boundingBox,
      @Nullable Sunglasses sunglasses,
      List<Landmark> landmarks,
      Pose pose,
      ImageQuality quality,
      float confidence) {
    static SeenFaceDetail of(SeenFace face, FaceAttributes wanted) {
      FaceDetail detail = face.detail();
      return new SeenFaceDetail(
          BoundingBox.of(detail.box()),
          wanted.sunglasses()
              ? new Sunglasses(detail.sunglasses(), (float) face.sunglassesConfidence())
              : null,
          face.landmarks().stream()
              .filter(landmark -> wanted.shows(landmark.type()))
              .map(Landmark::of)
              .toList(),
          Pose.of(detail.pose()),
          ImageQuality.of(detail),
          (float) detail.confidence());
    }
  }

  /** A face in a collection. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Face(
      String faceId,
      BoundingBox boundingBox,
      String imageId,
      @Nullable String externalImageId,
      float confidence,
      String indexFacesModelVersion,
      @Nullable String userId) {
    static Face of(IndexedFace face, String modelVersion) {
      ExternalImageId name = face.externalImageId();
      UserId user = face.user();
      return new Face(
          face.id().value(),
          BoundingBox.of(face.box()),
          face.image().value(),
          name == null ? null : name.value(),
          (float) face.confidence(),
          modelVersion,
          user == null ? null : user.value());
    }
  }

  /** A user of a collection. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record User(String userId, String userStatus) {
    static User of(CollectionUsers.User user) {
      return new User(user.id().value(), user.status().name());
    }
  }

  /** A face in a collection that looks like the one searched for. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FaceMatch(float similarity, Face face) {
    static List<FaceMatch> all(List<SimilarFace> matches, String modelVersion) {
      return matches.stream()
          .map(
              match ->
                  new FaceMatch((float) match.similarity(), Face.of(match.face(), modelVersion)))
          .toList();
    }
  }

  /** A face that is in the collection now. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FaceRecord(Face face, SeenFaceDetail faceDetail) {}

  /** A face that was seen and is not in the collection, and why. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnindexedFace(List<UnindexedReason> reasons, SeenFaceDetail faceDetail) {
    static UnindexedFace of(Set<UnindexedReason> reasons, SeenFaceDetail detail) {
      return new UnindexedFace(reasons.stream().sorted().toList(), detail);
    }
  }
}
