package dev.riderphotos.testkit;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Step.Outcome;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceSignals;
import dev.riderphotos.face.FaceSignals.Signal;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Pose;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Executions as a journal has to keep them. */
public final class Journals {
  private static final Instant START = Instant.parse("2026-02-03T04:05:06.123456789Z");
  private static final PhotoRef PHOTO = new PhotoRef("rider-photos", "riders/ä/😀 +%/photo.jpg");
  private static final PhotoRef SMALL = PHOTO.sibling("rider-thumbnails", "resized-");
  private static final BoundingBox BOX = new BoundingBox(-0.1, 1.0 / 3, 0.2, 1e-9);
  private static final RiderId RIDER = new RiderId("Ünï \"côdé\" 😀");
  private static final Verdict REJECTED =
      new Verdict.Rejected(
          RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT,
          List.of(
              new Reason(ReasonCode.SUNGLASSES, "Face is wearing sunglasses ", BOX),
              Reason.of(ReasonCode.UNSUPPORTED_FORMAT, "Unsupported").since("a HEIC picture"),
              Reason.of(ReasonCode.FACE_COUNT, "Two", List.of(BOX, BOX)),
              Reason.of(ReasonCode.BLURRED, "Ünï \"côdé\"\n")),
          true,
          true);

  private static final List<Execution> OF_EVERY_KIND =
      List.of(bare(), verified(), rejected(), failed());

  private Journals() {}

  public static Execution running(RiderId rider, Instant startedAt) {
    return running(ExecutionId.random(), rider, startedAt);
  }

  public static Execution running(ExecutionId id, RiderId rider, Instant startedAt) {
    Submission submission = new Submission(rider, PHOTO, false, null);
    return new Execution(
        id,
        submission,
        Status.RUNNING,
        List.of(),
        null,
        List.of(),
        null,
        true,
        null,
        startedAt,
        null,
        0,
        null);
  }

  public static Execution ended(Execution execution, Status status, boolean tidy) {
    return new Execution(
        execution.id(),
        execution.submission(),
        status,
        execution.steps(),
        null,
        List.of(),
        null,
        tidy,
        null,
        execution.startedAt(),
        execution.startedAt().plusSeconds(1),
        execution.redrives(),
        execution.heldBy());
  }

  /** A face in the collection. */
  static IndexedFace indexed(String id) {
    return new IndexedFace(
        new FaceId(id), new ImageId("image 1"), ExternalImageId.of("ö"), BOX, 99.99);
  }

  /** With every field, verdict and step output at least once, and everything absent once. */
  public static List<Execution> ofEveryKind() {
    return OF_EVERY_KIND;
  }

  private static Execution bare() {
    return running(id(1), Riders.ada(), START);
  }

  private static Execution verified() {
    return new Execution(
        id(2),
        new Submission(
            RIDER,
            PHOTO,
            true,
            new EmailAddress("ö'b+x=y@example.com"),
            true,
            Language.ARABIC,
            new Consent("1a2b3c4d5e6f7a8b", Language.GERMAN, START)),
        Status.VERIFIED,
        steps(),
        new Verdict.Verified(new FaceId("face-1"), SMALL),
        List.of(
            new Reason(ReasonCode.FACE_CUT_OFF, "Face is cut off", BOX),
            new Reason(ReasonCode.PHOTO_OF_PHOTO, "Perhaps", BOX).scored(200.0 / 3)),
        null,
        false,
        new RiderProfile(
            RIDER,
            new FaceId("face-0"),
            PHOTO,
            SMALL,
            new Consent("8b7a6f5e4d3c2b1a", Language.ENGLISH, START)),
        START,
        START.plusNanos(1),
        2,
        null);
  }

  private static Execution rejected() {
    return new Execution(
        id(3),
        new Submission(RIDER, PHOTO, false, null),
        Status.REJECTED,
        List.of(
            new Step(
                State.FACE_DETECTION,
                Outcome.REJECTED,
                START,
                START.plusMillis(1),
                1,
                new StepOutput.DetectedFaces(List.of()),
                "PhotoDoesNotMeetRequirementError")),
        REJECTED,
        List.of(),
        null,
        true,
        null,
        START.plusSeconds(1),
        START.plusSeconds(2),
        0,
        null);
  }

  private static Execution failed() {
    return new Execution(
        id(4),
        new Submission(RIDER, PHOTO, true, null),
        Status.FAILED,
        Arrays.stream(State.values())
            .map(state -> new Step(state, Outcome.FAILED, START, null, 7, null, "Could not: \tx"))
            .toList(),
        null,
        List.of(),
        "Could not write photo: disk \"full\"",
        false,
        null,
        START.minusSeconds(1),
        START,
        0,
        null);
  }

  private static List<Step> steps() {
    FaceDetail detail = new FaceDetail(BOX, 99.9, true, new Pose(-1.5, 0, 1e-3), 100, 1.0 / 3);
    FaceDetail large =
        detail
            .withEyesApart(70.0 / 3)
            .withSignals(new FaceSignals(new Signal(200.0 / 3, true), new Signal(0, false)));
    FaceDetail half = detail.withSignals(new FaceSignals(null, new Signal(100, true)));
    IndexedFace face =
        new IndexedFace(
            new FaceId("face-1"), new ImageId("image 1"), ExternalImageId.of("ö"), BOX, 99.99);
    return List.of(
        step(
            State.FACE_DETECTION,
            new StepOutput.DetectedFaces(List.of(detail, large, half), "etag")),
        step(
            State.CHECK_FACE_DUPLICATE,
            new StepOutput.FaceMatches(
                List.of(new StepOutput.Resemblance(face.id(), 200.0 / 3, false)), true, 250.0 / 3)),
        step(State.ADD_FACE_TO_INDEX, new StepOutput.AddedFace(face)),
        step(State.THUMBNAIL, new StepOutput.Thumbnail(SMALL)),
        step(
            State.PERSIST_METADATA,
            new StepOutput.Profile(new RiderProfile(RIDER, face.id(), PHOTO, SMALL))),
        step(
            State.PHOTO_DOES_NOT_MEET_REQUIREMENT,
            new StepOutput.MessageToSend("Error", "message with a trailing space ")));
  }

  private static Step step(State state, StepOutput output) {
    return new Step(state, Outcome.SUCCEEDED, START, START.plusNanos(1000), 2, output, "earlier");
  }

  private static ExecutionId id(int number) {
    return new ExecutionId(new UUID(number, number));
  }
}
