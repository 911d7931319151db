package dev.riderphotos.web.execution;

import dev.riderphotos.face.IndexedFace;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A face in the collection. */
@Serdeable
public record IndexedFaceAnswer(
    String faceId,
    String imageId,
    @Nullable String externalImageId,
    BoxAnswer box,
    double confidence) {
  static IndexedFaceAnswer of(IndexedFace face) {
    return new IndexedFaceAnswer(
        face.id().value(),
        face.image().value(),
        face.externalImageId() == null ? null : face.externalImageId().value(),
        BoxAnswer.of(face.box()),
        face.confidence());
  }
}
