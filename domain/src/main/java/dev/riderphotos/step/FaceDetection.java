package dev.riderphotos.step;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.review.Clearances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The first state: is there a photo, does it show exactly one face, without sunglasses? Detecting
 * only reads, so it may be repeated.
 */
public final class FaceDetection {
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final FaceDetector detector;
  private final RiderSettings settings;
  private final Consents consents;
  private final Clearances clearances;

  public FaceDetection(
      PhotoStore photos,
      PhotoOpener opener,
      FaceDetector detector,
      RiderSettings settings,
      Consents consents,
      Clearances clearances) {
    this.photos = photos;
    this.opener = opener;
    this.detector = detector;
    this.settings = settings;
    this.consents = consents;
    this.clearances = clearances;
  }

  /** Deletes a photo that nobody can look at. */
  public void discard(PhotoRef ref) {
    photos.delete(ref);
  }

  /** Deletes a photo that nobody consented to; one that took its place meanwhile stays. */
  public void discardUnlessAgreed(PhotoRef ref) {
    if (consents.told(photos, ref, Instant.EPOCH).isEmpty()) {
      photos.delete(ref);
    }
  }

  /**
   * Does not look at the photo where consent is required and nobody gave it. The picture of a
   * suitable photo is the caller's to close.
   */
  public Detection detect(ExecutionId id, Submission submission) {
    return consents.forbid(submission.consent())
        ? unseen(Reason.of(ReasonCode.CONSENT_MISSING, "There is no consent to keeping the photo."))
        : detect(submission.photo(), () -> clearances.wearsNoSunglasses(submission.rider(), id));
  }

  /** The picture of a suitable photo is the caller's to close. */
  public Detection detect(PhotoRef ref) {
    return detect(ref, () -> false);
  }

  /** What people said of glasses is asked for when there seem to be some. */
  private Detection detect(PhotoRef ref, BooleanSupplier noSunglasses) {
    Optional<Photo> photo = photos.get(ref);
    if (photo.isEmpty()) {
      return unseen(Reason.of(ReasonCode.PHOTO_MISSING, "The photo is not there."));
    }
    return switch (opener.open(photo.get(), enough())) {
      case Opened.Unacceptable(PhotoProblem problem, var kind) -> unseen(reason(problem, kind));
      case Opened.Decoded(Picture picture) -> lookAt(picture, ref, noSunglasses);
    };
  }

  /** The picture of a photo that was suitable, once more; the caller's to close. */
  public Picture open(PhotoRef ref) {
    Optional<Opened> opened = photos.get(ref).map(photo -> opener.open(photo, enough()));
    if (opened.isPresent() && opened.get() instanceof Opened.Decoded(Picture picture)) {
      return picture;
    }
    throw new IllegalStateException("The photo is not what it was");
  }

  /** For the detector, and for the thumbnail that is made of the same pixels. */
  private int enough() {
    return Math.max(detector.enough(), Thumbnailer.enough(MakeThumbnail.SIDE));
  }

  private Detection lookAt(Picture picture, PhotoRef ref, BooleanSupplier noSunglasses) {
    boolean handedOver = false;
    try {
      Detection detection = judge(picture, detector.detect(picture, ref), noSunglasses);
      handedOver = detection instanceof Detection.Suitable;
      return detection;
    } finally {
      if (!handedOver) {
        picture.close();
      }
    }
  }

  private Detection judge(Picture picture, List<DetectedFace> faces, BooleanSupplier noSunglasses) {
    List<Reason> refusals = PhotoRules.refusals(faces);
    if (faces.size() != 1) {
      return refused(faces, refusals, List.of());
    }
    boolean glasses = refusals.stream().anyMatch(reason -> reason.code() == ReasonCode.SUNGLASSES);
    return judge(
        picture, faces.getFirst(), glasses && noSunglasses.getAsBoolean() ? List.of() : refusals);
  }

  private Detection judge(Picture picture, DetectedFace face, List<Reason> decisive) {
    FaceDetail seen = face.detail();
    List<Reason> suspicions = PhotoRules.suspicions(seen);
    List<Reason> refusals = new ArrayList<>(decisive);
    if (settings.quality() == RiderSettings.Quality.REJECT) {
      refusals.addAll(PhotoRules.weaknesses(picture, seen, settings.minEyeDistance()));
    }
    if (!refusals.isEmpty()) {
      return refused(List.of(face), refusals, suspicions);
    }
    List<Reason> advice = new ArrayList<>();
    advice.addAll(PhotoRules.weaknesses(picture, seen, PhotoRules.GOOD_EYE_DISTANCE));
    advice.addAll(suspicions);
    return new Detection.Suitable(picture, face, advice);
  }

  private static Detection unseen(Reason reason) {
    return refused(List.of(), List.of(reason), List.of());
  }

  private static Detection refused(
      List<DetectedFace> faces, List<Reason> reasons, List<Reason> advice) {
    return new Detection.Refused(
        faces.stream().map(DetectedFace::detail).toList(),
        new Verdict.Rejected(RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT, reasons),
        advice);
  }

  private static Reason reason(PhotoProblem problem, @Nullable String kind) {
    return switch (problem) {
      case UNSUPPORTED_FORMAT ->
          Reason.of(
                  ReasonCode.UNSUPPORTED_FORMAT,
                  "Unsupported image file format. Only JPEG or PNG is supported")
              .since(kind);
      case TOO_LARGE -> Reason.of(ReasonCode.IMAGE_TOO_LARGE, "Image is too large.").since(kind);
      case TOO_SMALL -> Reason.of(ReasonCode.IMAGE_TOO_SMALL, "Image is too small.");
      case UNREADABLE -> Reason.of(ReasonCode.IMAGE_UNREADABLE, "Image is damaged.");
    };
  }
}
