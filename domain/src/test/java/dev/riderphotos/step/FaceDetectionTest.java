package dev.riderphotos.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceSignals;
import dev.riderphotos.face.FaceSignals.Signal;
import dev.riderphotos.face.Pose;
import dev.riderphotos.language.Language;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.step.RiderSettings.NewFace;
import dev.riderphotos.step.RiderSettings.Quality;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.Erasure;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held against a photo, and what is only advised. */
class FaceDetectionTest {
  private static final BoundingBox MIDDLE = new BoundingBox(.3, .3, .4, .4);

  private final Verifications verifications = new Verifications();

  @Test
  void aGoodPhotoGetsNoAdvice() {
    assertThat(advice(FaceDetectionTest::good)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_DARK, 24.9, 80, 0, 0",
    "TOO_BRIGHT, 88.1, 80, 0, 0",
    "BLURRED, 60, 24.9, 0, 0",
    "TURNED_AWAY, 60, 80, 45.1, 0",
    "TURNED_AWAY, 60, 80, -45.1, 0",
    "TURNED_AWAY, 60, 80, 0, 45.1",
    "TURNED_AWAY, 60, 80, 0, -45.1"
  })
  void aPoorPhotoGetsAdvice(
      ReasonCode code, double brightness, double sharpness, double yaw, double pitch) {
    assertThat(advice(_ -> face(MIDDLE, false, new Pose(yaw, pitch, 0), brightness, sharpness)))
        .extracting(Reason::code)
        .containsExactly(code);
  }

  @Test
  void whatIsJustGoodEnoughGetsNone() {
    assertThat(advice(_ -> face(MIDDLE, false, new Pose(45, -45, 90), 25, 25))).isEmpty();
    assertThat(advice(_ -> face(MIDDLE, false, new Pose(-45, 45, -90), 88, 100))).isEmpty();
  }

  @Test
  void aFaceAtAnEdgeIsCutOff() {
    for (BoundingBox box :
        List.of(
            new BoundingBox(0, .3, .4, .4),
            new BoundingBox(.3, -.1, .4, .4),
            new BoundingBox(.6, .3, .4, .4),
            new BoundingBox(.3, .7, .4, .4))) {
      assertThat(advice(_ -> face(box, false, new Pose(0, 0, 0), 60, 80)))
          .containsExactly(new Reason(ReasonCode.FACE_CUT_OFF, "Face is cut off", box));
    }
  }

  @Test
  void aFaceOfFewPixelsIsTooSmall() {
    BoundingBox narrow = new BoundingBox(.3, .3, 59.0 / 320, .4);
    BoundingBox enough = new BoundingBox(.3, .3, 60.0 / 320, .4);

    assertThat(advice(_ -> face(narrow, false, new Pose(0, 0, 0), 60, 80)))
        .containsExactly(new Reason(ReasonCode.FACE_TOO_SMALL, "Face is too small", narrow));
    assertThat(advice(_ -> face(enough, false, new Pose(0, 0, 0), 60, 80))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"69.99, true", "70, false", "1, true", ", false"})
  void aFaceWhoseEyesAreNearEachOtherIsTooSmall(@Nullable Double eyes, boolean tooSmall) {
    List<Reason> expected =
        tooSmall
            ? List.of(new Reason(ReasonCode.FACE_TOO_SMALL, "Face is too small", MIDDLE))
            : List.of();

    assertThat(advice(seen -> good(seen).withEyesApart(eyes))).isEqualTo(expected);
    assertThat(ReasonCode.FACE_TOO_SMALL.advice()).startsWith("Come closer");
  }

  @Test
  void eyesThatAreFarApartDoNotMakeUpForASmallBox() {
    BoundingBox low = new BoundingBox(.3, .3, .4, 59.0 / 320);

    assertThat(advice(_ -> face(low, false, new Pose(0, 0, 0), 60, 80).withEyesApart(100.0)))
        .extracting(Reason::code)
        .containsExactly(ReasonCode.FACE_TOO_SMALL);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, VERIFIED, true",
    "0, 70, VERIFIED, false",
    "45, 44.99, REJECTED, true",
    "45, 45, VERIFIED, true",
    "45, 69.99, VERIFIED, true",
    "45, 70, VERIFIED, false",
    "45, , VERIFIED, false",
    "90, 89.99, REJECTED, true",
    "90, 90, VERIFIED, false"
  })
  void nearEyesAreARefusalOnlyBelowWhatTheOperatorSets(
      double least, @Nullable Double eyes, Status status, boolean told) {
    Execution execution =
        verify(settings(Quality.REJECT, least), seen -> good(seen).withEyesApart(eyes));

    assertThat(execution.status()).isEqualTo(status);
    List<Reason> reasons =
        execution.status() == Status.REJECTED ? rejection(execution).reasons() : execution.advice();
    assertThat(reasons)
        .extracting(Reason::code)
        .isEqualTo(told ? List.of(ReasonCode.FACE_TOO_SMALL) : List.of());
  }

  @Test
  void whereNothingIsRefusedForQualityNearEyesAreNotEither() {
    Execution execution =
        verify(settings(Quality.ADVISE, 90), seen -> good(seen).withEyesApart(20.0));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.advice())
        .extracting(Reason::code)
        .containsExactly(ReasonCode.FACE_TOO_SMALL);
  }

  @Test
  void adviceIsNotHeldAgainstThePhoto() {
    Execution execution = verify(Quality.ADVISE, FaceDetectionTest::poor);

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.advice())
        .extracting(Reason::code)
        .containsExactly(ReasonCode.FACE_CUT_OFF, ReasonCode.TOO_DARK, ReasonCode.BLURRED);
    assertThat(verifications.notifier().sent()).isEmpty();
  }

  @Test
  void unlessTheOperatorWantsThat() {
    Execution execution = verify(Quality.REJECT, FaceDetectionTest::poor);

    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(codes(execution))
        .containsExactly(ReasonCode.FACE_CUT_OFF, ReasonCode.TOO_DARK, ReasonCode.BLURRED);
  }

  @Test
  void thenAllReasonsAreToldTheDecisiveOneFirst() {
    Execution execution =
        verify(
            Quality.REJECT,
            _ -> face(new BoundingBox(0, .3, .1, .1), true, new Pose(50, 0, 0), 90, 10));

    assertThat(codes(execution))
        .containsExactly(
            ReasonCode.SUNGLASSES,
            ReasonCode.FACE_TOO_SMALL,
            ReasonCode.FACE_CUT_OFF,
            ReasonCode.TURNED_AWAY,
            ReasonCode.TOO_BRIGHT,
            ReasonCode.BLURRED);
    assertThat(verifications.notifier().sent())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.message()).isEqualTo("Face is wearing sunglasses");
              assertThat(sent.advice()).hasSize(6).doesNotHaveDuplicates();
            });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSuspectedIsToldAndNeverHeldAgainstThePhoto(Quality quality) {
    Execution execution = verify(quality, seen -> good(seen).withSignals(signals(true, true)));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.advice())
        .containsExactly(
            new Reason(ReasonCode.EYES_CLOSED, "Eyes may be closed", MIDDLE).scored(12.5),
            new Reason(ReasonCode.PHOTO_OF_PHOTO, "May be a photo of a photo", MIDDLE).scored(60));
    assertThat(verifications.notifier().sent()).isEmpty();
  }

  @Test
  void whatIsNotRaisedIsKeptAndNotTold() {
    FaceSignals signals = signals(false, true);
    Execution execution = verify(Quality.REJECT, seen -> good(seen).withSignals(signals));

    assertThat(execution.advice()).extracting(Reason::code).containsExactly(ReasonCode.EYES_CLOSED);
    assertThat(faces(execution).getFirst().signals()).isEqualTo(signals);
  }

  @Test
  void aModelMayLookForOneOfThemOrNone() {
    FaceSignals none = new FaceSignals(null, null);
    FaceSignals one = new FaceSignals(new Signal(60, true), null);

    assertThat(advice(seen -> good(seen).withSignals(none))).isEmpty();
    assertThat(advice(seen -> good(seen).withSignals(one)))
        .extracting(Reason::code)
        .containsExactly(ReasonCode.PHOTO_OF_PHOTO);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSuspectedOfARefusedFaceIsNoReasonAndNotInItsMail(Quality quality) {
    verifications
        .settings(settings(quality))
        .swap(
            ports ->
                ports.withDetector(
                    new KnownFaces(seen -> good(seen).withSignals(signals(true, true)))));
    Execution execution = verifications.verify(Riders.ada(), Photos.withSunglasses(Person.ADA));

    assertThat(codes(execution)).containsExactly(ReasonCode.SUNGLASSES);
    assertThat(execution.advice())
        .extracting(Reason::code)
        .containsExactly(ReasonCode.EYES_CLOSED, ReasonCode.PHOTO_OF_PHOTO);
    assertThat(verifications.notifier().sent())
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.advice()).containsExactly(ReasonCode.SUNGLASSES.advice()));
  }

  @Test
  void ofManyFacesNothingIsSuspected() {
    verifications.swap(
        ports -> ports.withDetector(new KnownFaces(seen -> seen.withSignals(signals(true, true)))));

    assertThat(verifications.verify(Riders.ada(), Photos.twoFaces()).advice()).isEmpty();
  }

  @Test
  void aRejectionForASuspicionCannotBe() {
    for (ReasonCode code : List.of(ReasonCode.EYES_CLOSED, ReasonCode.PHOTO_OF_PHOTO)) {
      List<Reason> reasons =
          List.of(Reason.of(ReasonCode.BLURRED, "Blurred"), Reason.of(code, "Perhaps"));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new Verdict.Rejected(RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT, reasons));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 100.01, Double.NaN, Double.POSITIVE_INFINITY})
  void aScoreIsFrom0To100(double score) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Signal(score, true));
  }

  @Test
  void aPoorFaceAmongManyIsNotLookedAt() {
    verifications
        .settings(settings(Quality.REJECT))
        .swap(ports -> ports.withDetector(new KnownFaces(FaceDetectionTest::poor)));

    assertThat(codes(verifications.verify(Riders.ada(), Photos.twoFaces())))
        .containsExactly(ReasonCode.FACE_COUNT);
  }

  @Test
  void reasonsSayWhere() {
    Execution one = verifications.verify(Riders.ada(), Photos.withSunglasses(Person.ADA));
    Execution two = verifications.verify(Riders.ada(), Photos.twoFaces());
    Execution none = verifications.verify(Riders.ada(), Photos.nobody());

    assertThat(rejection(one).reasons().getFirst().box()).isEqualTo(faces(one).getFirst().box());
    assertThat(rejection(two).reasons().getFirst().box())
        .isEqualTo(faces(two).getFirst().box().union(faces(two).getLast().box()));
    assertThat(rejection(two).reasons().getFirst().boxes())
        .containsExactly(faces(two).getFirst().box(), faces(two).getLast().box());
    assertThat(rejection(one).reasons().getFirst().boxes()).isNull();
    assertThat(rejection(none).reasons().getFirst().box()).isNull();
    assertThat(rejection(none).reasons().getFirst().boxes()).isNull();
  }

  private List<Reason> advice(UnaryOperator<FaceDetail> look) {
    Execution execution = verify(Quality.ADVISE, look);
    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(verifications.forgetting().forget(Riders.ada())).isInstanceOf(Erasure.Erased.class);
    return execution.advice();
  }

  private Execution verify(Quality quality, UnaryOperator<FaceDetail> look) {
    return verify(settings(quality), look);
  }

  private Execution verify(RiderSettings settings, UnaryOperator<FaceDetail> look) {
    return verifications
        .settings(settings)
        .swap(ports -> ports.withDetector(new KnownFaces(look)))
        .verify(Riders.ada(), Photos.oneFace());
  }

  private static FaceDetail good(FaceDetail seen) {
    return face(MIDDLE, seen.sunglasses(), new Pose(0, 0, 0), 60, 80);
  }

  private static FaceDetail poor(FaceDetail seen) {
    BoundingBox cut = new BoundingBox(-.1, seen.box().top(), .5, .5);
    return face(cut, seen.sunglasses(), new Pose(0, 0, 0), 10, 10);
  }

  private static FaceDetail face(
      BoundingBox box, boolean sunglasses, Pose pose, double brightness, double sharpness) {
    return new FaceDetail(box, 99, sunglasses, pose, brightness, sharpness);
  }

  private static FaceSignals signals(boolean photoOfPhoto, boolean eyesClosed) {
    return new FaceSignals(new Signal(60, photoOfPhoto), new Signal(12.5, eyesClosed));
  }

  private static List<ReasonCode> codes(Execution execution) {
    return rejection(execution).reasons().stream().map(Reason::code).toList();
  }

  private static Verdict.Rejected rejection(Execution execution) {
    if (execution.verdict() instanceof Verdict.Rejected rejected) {
      return rejected;
    }
    throw new AssertionError("Not rejected: " + execution);
  }

  private static List<FaceDetail> faces(Execution execution) {
    if (execution.steps().getFirst().output() instanceof StepOutput.DetectedFaces(var faces, _)) {
      return faces;
    }
    throw new AssertionError("No faces: " + execution);
  }

  private static RiderSettings settings(Quality quality) {
    return settings(quality, 0);
  }

  private static RiderSettings settings(Quality quality, double minEyeDistance) {
    return new RiderSettings(
        "rider-photos",
        "rider-thumbnails",
        quality,
        minEyeDistance,
        NewFace.REPLACE,
        70,
        null,
        Language.ENGLISH);
  }
}
