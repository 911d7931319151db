package dev.riderphotos.web.execution;

import dev.riderphotos.face.FaceDetail;
import io.micronaut.serde.annotation.Serdeable;

/** What was seen of a face. Angles in degrees, all else 0 to 100. */
@Serdeable
public record FaceAnswer(
    BoxAnswer box,
    double confidence,
    boolean sunglasses,
    double yaw,
    double pitch,
    double roll,
    double brightness,
    double sharpness) {
  static FaceAnswer of(FaceDetail face) {
    return new FaceAnswer(
        BoxAnswer.of(face.box()),
        face.confidence(),
        face.sunglasses(),
        face.pose().yaw(),
        face.pose().pitch(),
        face.pose().roll(),
        face.brightness(),
        face.sharpness());
  }
}
