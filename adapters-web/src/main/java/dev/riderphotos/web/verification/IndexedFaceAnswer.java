package dev.riderphotos.web.verification;

import dev.riderphotos.face.IndexedFace;
import io.micronaut.serde.annotation.Serdeable;

/** A face in the collection. */
@Serdeable
public record IndexedFaceAnswer(
    String faceId, String imageId, String externalImageId, BoxAnswer box, double confidence) {
  static IndexedFaceAnswer of(IndexedFace face) {
    return new IndexedFaceAnswer(
        face.id().value(),
        face.image().value(),
        face.externalImageId().value(),
        BoxAnswer.of(face.box()),
        face.confidence());
  }
}
