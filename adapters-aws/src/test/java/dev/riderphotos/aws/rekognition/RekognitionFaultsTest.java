package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainThumbnailer;
import java.time.InstantSource;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Rekognition refuses, and how, as it comes over the wire. */
@OnAws
class RekognitionFaultsTest {
  private static final int ATTEMPTS = 3;

  @RegisterExtension private final CannedRekognition rekognition = new CannedRekognition();
  private final DetectedFace ada = PrintedFaces.inline(Portrait.of(Person.ADA));
  private final Aws aws;

  RekognitionFaultsTest(Aws aws) {
    this.aws = aws;
  }

  @ParameterizedTest
  @CsvSource({
    "ThrottlingException, 400",
    "ProvisionedThroughputExceededException, 400",
    "InternalServerError, 500",
    "ServiceUnavailableException, 503"
  })
  void whatMayPassIsTriedAgainAndThenReportedAsPassing(String type, int status) {
    rekognition.refuses("DetectFaces", status, type);

    BackendException fault = faultOf(this::detect);

    assertThat(fault.retryable()).isTrue();
    assertThat(rekognition.operations()).isEqualTo(Collections.nCopies(ATTEMPTS, "DetectFaces"));
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException",
    "ExpiredTokenException",
    "UnrecognizedClientException",
    "ResourceNotFoundException",
    "InvalidS3ObjectException",
    "InvalidImageFormatException",
    "ImageTooLargeException",
    "InvalidParameterException"
  })
  void whatDoesNotPassIsReportedAtOnce(String type) {
    rekognition.refuses("SearchFacesByImage", 400, type);

    BackendException fault = faultOf(() -> collection().search(ada.print(), 70, 3));

    assertThat(fault.retryable()).isFalse();
    assertThat(fault).hasMessage("Could not search for the face");
    assertThat(rekognition.operations()).containsExactly("SearchFacesByImage");
  }

  @Test
  void silenceMayPass() {
    assertThat(faultOf(this::detect).retryable()).isTrue();
  }

  @Test
  void aClosedDoorMayPass() {
    rekognition.close();

    assertThat(faultOf(this::detect).retryable()).isTrue();
  }

  @Test
  void noFaceIsNoFault() {
    rekognition.answers(
        "SearchFacesByImage",
        400,
        "{\"__type\":\"InvalidParameterException\",\"message\":"
            + "\"There are no faces in the image. Should be at least 1.\"}");

    assertThat(collection().search(ada.print(), 70, 3)).isEmpty();
  }

  @Test
  void aFaceIsNeverIndexedTwiceForALostAnswer() {
    rekognition.answers("SearchFacesByImage", 200, "{\"FaceMatches\":[]}");
    rekognition.refuses("IndexFaces", 500, "InternalServerError");
    NewFace face = new NewFace(new ImageId("1"), ExternalImageId.of("ada"), ada, false);

    BackendException fault = faultOf(() -> collection().register(face));

    assertThat(fault.retryable()).isTrue();
    assertThat(rekognition.operations()).containsExactly("SearchFacesByImage", "IndexFaces");
  }

  @Test
  void aCollectionThatIsNotThereIsReportedWithWhatToDo() {
    rekognition.refuses("DescribeCollection", 400, "ResourceNotFoundException");

    assertThat(faultOf(() -> collection().check()))
        .hasMessageContaining("face collection riders, which is not there: make it with aws create")
        .matches(fault -> !fault.retryable());
  }

  @Test
  void aFaceOfAUserIsNotDeletedInSilence() {
    String id = "11111111-2222-3333-4444-555555555555";
    rekognition.answers(
        "DeleteFaces",
        200,
        """
        {"DeletedFaces":[],"UnsuccessfulFaceDeletions":[
          {"FaceId":"%s","Reasons":["ASSOCIATED_TO_AN_EXISTING_USER"]}]}
        """
            .formatted(id));

    assertThat(faultOf(() -> collection().delete(new FaceId(id))).retryable()).isFalse();
  }

  private void detect() {
    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).size(320, 320))) {
      var _ =
          new RekognitionFaceDetector(rekognition.client(aws), false, new PlainThumbnailer())
              .detect(picture, null);
    }
  }

  private RekognitionRiderFaces collection() {
    return FaceTablesOnAws.faces(
        rekognition.client(aws),
        aws.dynamoDb(),
        FaceTablesOnAws.terms(FaceTablesOnAws.create(aws)),
        InstantSource.system());
  }

  private static BackendException faultOf(Runnable call) {
    return catchThrowableOfType(BackendException.class, call::run);
  }
}
