package dev.riderphotos.web.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.PhotoIndexing.Indexed;
import dev.riderphotos.web.gallery.Shapes.BoundingBox;
import dev.riderphotos.web.gallery.Shapes.Face;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A photo that is in the gallery, and its faces, the largest first. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record IndexAnswer(
    String filename,
    String s3bucket,
    String s3key,
    List<Face> faces,
    List<UnindexedFace> unindexed) {

  /** A face that was seen and not indexed, and everything that is against it. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record UnindexedFace(List<UnindexedReason> reasons, BoundingBox boundingBox, double confidence) {
    static UnindexedFace of(Unindexed face) {
      return new UnindexedFace(
          face.reasons().stream().sorted().toList(),
          BoundingBox.of(face.seen().detail().box()),
          face.seen().detail().confidence());
    }
  }

  static IndexAnswer of(Indexed indexed) {
    return new IndexAnswer(
        indexed.photo().name().value(),
        indexed.photo().photo().bucket(),
        indexed.photo().photo().key(),
        indexed.photo().liveFaces().stream()
            .map(FaceRecord::face)
            .map(face -> Face.of(face, indexed.modelVersion()))
            .toList(),
        indexed.unindexed().stream().map(UnindexedFace::of).toList());
  }
}
