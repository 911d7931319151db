package dev.riderphotos.step;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceSignals;
import dev.riderphotos.photo.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a photo, by what was detected in it. The limits of quality are wide on
 * purpose: pose and sharpness are estimates, and a refusal costs an honest rider more than it
 * gains. Whether glasses are sunglasses is judged where the face is detected: on this machine by
 * {@code Sunglasses} in face-engine.
 */
final class PhotoRules {
  /** Below this, recognition errs noticeably more often. */
  private static final int MIN_FACE_PIXELS = 60;

  /**
   * Pixels between the eyes from which recognition misses hardly anybody; of faces whose eyes are
   * 45 to 70 apart, it misses more than one in ten.
   */
  static final double GOOD_EYE_DISTANCE = 70;

  private static final double EDGE = 0.002;
  private static final double MAX_TURN = 45;
  private static final double MIN_BRIGHTNESS = 25;
  private static final double MAX_BRIGHTNESS = 88;
  private static final double MIN_SHARPNESS = 25;

  private PhotoRules() {}

  /** Against the photo whatever the settings; the number of faces first, as in the reference. */
  static List<Reason> refusals(List<DetectedFace> faces) {
    if (faces.size() != 1) {
      return List.of(wrongCount(faces));
    }
    FaceDetail face = faces.getFirst().detail();
    return face.sunglasses()
        ? List.of(new Reason(ReasonCode.SUNGLASSES, "Face is wearing sunglasses", face.box()))
        : List.of();
  }

  /**
   * What could be better about the one face.
   *
   * @param eyeDistance pixels that its eyes have to be apart
   */
  static List<Reason> weaknesses(Picture picture, FaceDetail face, double eyeDistance) {
    List<Reason> found = new ArrayList<>();
    BoundingBox box = face.box();
    if (isTooSmall(picture, face, eyeDistance)) {
      found.add(new Reason(ReasonCode.FACE_TOO_SMALL, "Face is too small", box));
    }
    if (box.left() < EDGE
        || box.top() < EDGE
        || box.right() > 1 - EDGE
        || box.bottom() > 1 - EDGE) {
      found.add(new Reason(ReasonCode.FACE_CUT_OFF, "Face is cut off", box));
    }
    if (Math.abs(face.pose().yaw()) > MAX_TURN || Math.abs(face.pose().pitch()) > MAX_TURN) {
      found.add(new Reason(ReasonCode.TURNED_AWAY, "Face is turned away", box));
    }
    if (face.brightness() < MIN_BRIGHTNESS) {
      found.add(new Reason(ReasonCode.TOO_DARK, "Face is too dark", box));
    }
    if (face.brightness() > MAX_BRIGHTNESS) {
      found.add(new Reason(ReasonCode.TOO_BRIGHT, "Face is too bright", box));
    }
    if (face.sharpness() < MIN_SHARPNESS) {
      found.add(new Reason(ReasonCode.BLURRED, "Face is blurred", box));
    }
    return found;
  }

  /** What the model suspects enough to tell people; never held against the photo. */
  static List<Reason> suspicions(FaceDetail face) {
    FaceSignals signals = face.signals();
    return signals == null
        ? List.of()
        : Stream.of(
                suspicion(
                    signals.eyesClosed(),
                    new Reason(ReasonCode.EYES_CLOSED, "Eyes may be closed", face.box())),
                suspicion(
                    signals.photoOfPhoto(),
                    new Reason(ReasonCode.PHOTO_OF_PHOTO, "May be a photo of a photo", face.box())))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Optional<Reason> suspicion(FaceSignals.@Nullable Signal signal, Reason reason) {
    return Optional.ofNullable(signal)
        .filter(FaceSignals.Signal::raised)
        .map(raised -> reason.scored(raised.score()));
  }

  private static boolean isTooSmall(Picture picture, FaceDetail face, double eyeDistance) {
    Double apart = face.eyeDistance();
    return face.box().shorterSide(picture) < MIN_FACE_PIXELS
        || (apart != null && apart < eyeDistance);
  }

  private static Reason wrongCount(List<DetectedFace> faces) {
    String message = "Detected " + faces.size() + " faces in the photo.";
    List<BoundingBox> boxes = faces.stream().map(face -> face.detail().box()).toList();
    return boxes.isEmpty()
        ? Reason.of(ReasonCode.FACE_COUNT, message)
        : Reason.of(ReasonCode.FACE_COUNT, message, boxes);
  }
}
