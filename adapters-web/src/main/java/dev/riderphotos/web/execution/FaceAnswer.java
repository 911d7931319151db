package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.FaceDetail;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a face. Angles in degrees, all else 0 to 100.
 *
 * @param eyeDistance pixels of the photo between the eyes, if it is known where they are
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceAnswer(
    BoxAnswer box,
    double confidence,
    boolean sunglasses,
    double yaw,
    double pitch,
    double roll,
    double brightness,
    double sharpness,
    @Nullable Double eyeDistance) {
  static FaceAnswer of(FaceDetail face) {
    return new FaceAnswer(
        BoxAnswer.of(face.box()),
        face.confidence(),
        face.sunglasses(),
        face.pose().yaw(),
        face.pose().pitch(),
        face.pose().roll(),
        face.brightness(),
        face.sharpness(),
        face.eyeDistance());
  }
}
