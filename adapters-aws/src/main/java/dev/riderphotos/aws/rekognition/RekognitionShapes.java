package dev.riderphotos.aws.rekognition;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toSet;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.Picture;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;

/** What Rekognition tells of faces, as we do. */
final class RekognitionShapes {
  /** What we know of faces: nothing is asked for that we would not tell. */
  static final List<Attribute> ATTRIBUTES = List.of(Attribute.DEFAULT, Attribute.SUNGLASSES);

  private static final Comparator<SeenFace> LARGEST_FIRST =
      comparingDouble((SeenFace face) -> face.detail().box().area()).reversed();

  private RekognitionShapes() {}

  static Indexing indexing(IndexFacesResponse answer) {
    return new Indexing(
        answer.faceModelVersion(),
        answer.faceRecords().stream()
            .map(record -> new Indexed(indexed(record.face()), seen(record.faceDetail())))
            .sorted(comparing(Indexed::seen, LARGEST_FIRST))
            .toList(),
        answer.unindexedFaces().stream()
            .map(face -> new Unindexed(seen(face.faceDetail()), reasons(face.reasonsAsStrings())))
            .sorted(comparing(Unindexed::seen, LARGEST_FIRST))
            .toList());
  }

  static BoundingBox box(software.amazon.awssdk.services.rekognition.model.BoundingBox box) {
    return new BoundingBox(box.left(), box.top(), box.width(), box.height());
  }

  static FaceDetail detail(software.amazon.awssdk.services.rekognition.model.FaceDetail seen) {
    return new FaceDetail(
        box(seen.boundingBox()),
        seen.confidence(),
        seen.sunglasses().value(),
        new Pose(seen.pose().yaw(), seen.pose().pitch(), seen.pose().roll()),
        seen.quality().brightness(),
        seen.quality().sharpness());
  }

  /**
   * As {@link #detail(software.amazon.awssdk.services.rekognition.model.FaceDetail)}, and how far
   * apart its eyes are in this picture, if Rekognition says where both are.
   */
  static FaceDetail detail(
      software.amazon.awssdk.services.rekognition.model.FaceDetail seen, Picture picture) {
    List<Landmark> landmarks = landmarks(seen);
    return detail(seen)
        .withEyesApart(
            landmark(landmarks, LandmarkType.EYE_LEFT)
                .flatMap(
                    left ->
                        landmark(landmarks, LandmarkType.EYE_RIGHT)
                            .map(right -> pixels(left, right, picture)))
                .orElse(null));
  }

  static SeenFace seen(software.amazon.awssdk.services.rekognition.model.FaceDetail seen) {
    return new SeenFace(detail(seen), landmarks(seen), seen.sunglasses().confidence());
  }

  static IndexedFace indexed(Face face) {
    String name = face.externalImageId();
    String user = face.userId();
    return new IndexedFace(
        new FaceId(face.faceId()),
        new ImageId(face.imageId()),
        name == null ? null : new ExternalImageId(name),
        box(face.boundingBox()),
        face.confidence(),
        user == null ? null : new UserId(user));
  }

  static FacePage page(ListFacesResponse page) {
    return new FacePage(
        page.faceModelVersion(),
        page.faces().stream().map(RekognitionShapes::indexed).toList(),
        RekognitionCalls.cursor(page.nextToken()));
  }

  static List<SimilarFace> similar(List<FaceMatch> matches) {
    return matches.stream()
        .map(match -> new SimilarFace(indexed(match.face()), match.similarity()))
        .toList();
  }

  private static Optional<Landmark> landmark(List<Landmark> landmarks, LandmarkType type) {
    return landmarks.stream().filter(landmark -> landmark.type() == type).findFirst();
  }

  private static double pixels(Landmark one, Landmark other, Picture picture) {
    return picture.reduction()
        * Math.hypot(
            (one.x() - other.x()) * picture.width(), (one.y() - other.y()) * picture.height());
  }

  /** Reasons have the same names here; those that Rekognition added later are left out. */
  static Set<UnindexedReason> reasons(List<String> names) {
    return Arrays.stream(UnindexedReason.values())
        .filter(reason -> names.contains(reason.name()))
        .collect(toSet());
  }

  /** Landmarks have the same names here; those that Rekognition added later are left out. */
  private static List<Landmark> landmarks(
      software.amazon.awssdk.services.rekognition.model.FaceDetail seen) {
    return seen.landmarks().stream()
        .flatMap(
            landmark ->
                Arrays.stream(LandmarkType.values())
                    .filter(type -> type.name().equals(landmark.type().name()))
                    .map(type -> new Landmark(type, landmark.x(), landmark.y())))
        .toList();
  }
}
