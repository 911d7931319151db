package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainThumbnailer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DetectFacesResponse;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.Landmark;
import software.amazon.awssdk.services.rekognition.model.LandmarkType;

class RekognitionFaceDetectorTest {
  private static final int MAX_BYTES = 5 * 1024 * 1024;
  private static final PhotoRef REF = new PhotoRef("photos", "couple.jpg");

  private final InMemoryRekognition rekognition = new InMemoryRekognition();
  private final Portrait couple = Portrait.together(Person.ADA, Person.BORIS).size(480, 320);
  private final InlinePhotos inline = new InlinePhotos(new PlainThumbnailer());

  @Test
  void aStoredPhotoIsReadWhereItIs() {
    rekognition.photos().put(REF, Photos.jpeg(couple));

    List<DetectedFace> faces = detect(detector(true), REF);

    assertThat(faces).hasSize(2);
    assertThat(RekognitionPrint.of(faces.getFirst().print()))
        .isEqualTo(new RekognitionPrint.Stored(REF));
    assertThat(RekognitionPrint.of(faces.getLast().print()))
        .isInstanceOf(RekognitionPrint.Inline.class);
  }

  @Test
  void aPhotoThatRekognitionCannotReadIsSent() {
    for (List<DetectedFace> faces :
        List.of(detect(detector(false), REF), detect(detector(true), null))) {
      assertThat(faces)
          .hasSize(2)
          .extracting(face -> RekognitionPrint.of(face.print()))
          .allMatch(RekognitionPrint.Inline.class::isInstance);
    }
  }

  @ParameterizedTest
  @CsvSource({"photo.jpg", "a/b/c d+e%20é.jpg", "/", "x:y"})
  void aPrintLeadsBackToItsPhoto(String key) {
    RekognitionPrint print = new RekognitionPrint.Stored(new PhotoRef("my.photos", key));

    assertThat(RekognitionPrint.of(print.print())).isEqualTo(print);
  }

  @Test
  void whatIsSentIsNeverTooLarge() {
    byte[] noise = new byte[3 * 3000 * 2500];
    new Random(1).nextBytes(noise);
    Picture picture = new Picture(PhotoFormat.PNG, 3000, 2500, noise, () -> {});

    Photo sent = inline.of(picture);

    assertThat(sent.size()).isLessThanOrEqualTo(MAX_BYTES);
    assertThat(sent.format()).contains(PhotoFormat.JPEG);
  }

  @ParameterizedTest
  @CsvSource({
    "EYE_LEFT, 0.5, 0.5, EYE_RIGHT, 0.63671875, 0.5, 70", // a fraction of 512
    "EYE_RIGHT, 0.5, 0.5, EYE_LEFT, 0.63671875, 0.5, 70",
    "EYE_LEFT, 0.5, 0.5, EYE_RIGHT, 0.5, 0.75, 64", // and of 256
    "EYE_LEFT, 0.5, 0.5, EYE_RIGHT, 0.59375, 0.75, 80",
    "EYE_LEFT, 0.5, 0.5, NOSE, 0.6, 0.6,",
    "NOSE, 0.5, 0.5, EYE_RIGHT, 0.6, 0.6,"
  })
  void eyesAreSoManyPixelsApart(
      LandmarkType one,
      float x,
      float y,
      LandmarkType other,
      float otherX,
      float otherY,
      @Nullable Double pixels) {
    FaceDetail.Builder seen =
        FaceDetail.builder()
            .landmarks(
                Landmark.builder().type(one).x(x).y(y).build(),
                Landmark.builder().type(other).x(otherX).y(otherY).build());

    assertThat(eyesApart(seen)).isEqualTo(pixels);
  }

  @Test
  void whereRekognitionSaysNothingOfEyesNorDoWe() {
    assertThat(eyesApart(FaceDetail.builder())).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0.4, 0.2, 0.2, 300, 150", // half as much again
    "0.0, 0.0, 0.2, 0.2, 300, 150", // and never outside the picture
    "0.9, 0.9, 0.3, 0.3, 450, 225",
    "0.5, 0.5, 0.01, 0.01, 80, 80", // as small as Rekognition takes it
    "0.0, 0.0, 1.0, 1.0, 1000, 500"
  })
  void aFaceIsSentWithALittleAroundIt(
      double left, double top, double width, double height, int pixelsWide, int pixelsHigh)
      throws IOException {
    Picture picture = new Picture(PhotoFormat.PNG, 1000, 500, new byte[3 * 1000 * 500], () -> {});

    Photo part = inline.of(picture, new BoundingBox(left, top, width, height));

    var image = ImageIO.read(new ByteArrayInputStream(part.bytes()));
    assertThat(image.getWidth()).isEqualTo(pixelsWide);
    assertThat(image.getHeight()).isEqualTo(pixelsHigh);
  }

  private List<DetectedFace> detect(FaceDetector detector, @Nullable PhotoRef stored) {
    try (Picture picture = Photos.picture(couple)) {
      return detector.detect(picture, stored);
    }
  }

  private static @Nullable Double eyesApart(FaceDetail.Builder seen) {
    FaceDetail face =
        seen.boundingBox(box -> box.left(0.25f).top(0.25f).width(0.5f).height(0.5f))
            .confidence(99f)
            .sunglasses(sunglasses -> sunglasses.value(false))
            .pose(pose -> pose.yaw(0f).pitch(0f).roll(0f))
            .quality(quality -> quality.brightness(60f).sharpness(80f))
            .build();
    Picture picture = new Picture(PhotoFormat.PNG, 512, 256, new byte[3 * 512 * 256], () -> {});
    return new RekognitionFaceDetector(answering(face), false, new PlainThumbnailer())
        .detect(picture, null)
        .getFirst()
        .detail()
        .eyeDistance();
  }

  /** A Rekognition that sees this face in every picture. */
  private static RekognitionClient answering(FaceDetail face) {
    return new RekognitionClient() {
      @Override
      public DetectFacesResponse detectFaces(DetectFacesRequest request) {
        return DetectFacesResponse.builder().faceDetails(face).build();
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {}
    };
  }

  private FaceDetector detector(boolean readsStored) {
    return new RekognitionFaceDetector(rekognition, readsStored, new PlainThumbnailer());
  }
}
