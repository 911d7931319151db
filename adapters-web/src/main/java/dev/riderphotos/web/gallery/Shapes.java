package dev.riderphotos.web.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.GallerySearch.Match;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import org.jspecify.annotations.Nullable;

/** What several answers are made of, under Rekognition's names. */
final class Shapes {
  private Shapes() {}

  /** All four are fractions of the picture's width or height. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  record BoundingBox(double width, double height, double left, double top) {
    static BoundingBox of(dev.riderphotos.face.BoundingBox box) {
      return new BoundingBox(box.width(), box.height(), box.left(), box.top());
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
      double confidence,
      String indexFacesModelVersion) {
    static Face of(IndexedFace face, String modelVersion) {
      ExternalImageId name = face.externalImageId();
      return new Face(
          face.id().value(),
          BoundingBox.of(face.box()),
          face.image().value(),
          name == null ? null : name.value(),
          face.confidence(),
          modelVersion);
    }
  }

  /** A face in a collection that looks like the one searched for; 0 to 100. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  record FaceMatch(double similarity, Face face) {
    static FaceMatch of(Match match, String modelVersion) {
      return new FaceMatch(
          match.similar().similarity(), Face.of(match.similar().face(), modelVersion));
    }
  }
}
