package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceSignals;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a face. Angles in degrees, all else 0 to 100.
 *
 * @param eyeDistance pixels of the photo between the eyes, if it is known where they are
 * @param signals what the face model suspects, if it looks for anything; for operators alone
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
    @Nullable Double eyeDistance,
    @Nullable SignalsAnswer signals) {

  /** Tells what the rider may know. */
  static FaceAnswer of(FaceDetail face) {
    return of(face, null);
  }

  /** Tells also what is suspected. */
  static FaceAnswer whole(FaceDetail face) {
    FaceSignals signals = face.signals();
    return of(face, signals == null ? null : SignalsAnswer.of(signals));
  }

  private static FaceAnswer of(FaceDetail face, @Nullable SignalsAnswer signals) {
    return new FaceAnswer(
        BoxAnswer.of(face.box()),
        face.confidence(),
        face.sunglasses(),
        face.pose().yaw(),
        face.pose().pitch(),
        face.pose().roll(),
        face.brightness(),
        face.sharpness(),
        face.eyeDistance(),
        signals);
  }

  /** What is suspected; never held against the photo. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignalsAnswer(@Nullable SignalAnswer photoOfPhoto, @Nullable SignalAnswer eyesClosed) {
    static SignalsAnswer of(FaceSignals signals) {
      return new SignalsAnswer(
          SignalAnswer.ofNullable(signals.photoOfPhoto()),
          SignalAnswer.ofNullable(signals.eyesClosed()));
    }
  }

  /** How much speaks for a suspicion, 0 to 100, and whether that is enough to tell people. */
  @Serdeable
  record SignalAnswer(double score, boolean raised) {
    static @Nullable SignalAnswer ofNullable(FaceSignals.@Nullable Signal signal) {
      return signal == null ? null : new SignalAnswer(signal.score(), signal.raised());
    }
  }
}
