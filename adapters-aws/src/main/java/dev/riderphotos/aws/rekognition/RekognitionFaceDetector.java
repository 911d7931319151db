package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;

/**
 * Faces as Rekognition finds them. The print of a picture's largest face is the picture itself, or
 * where it is kept; that of another face is a part of the picture, with the face in its middle.
 */
public final class RekognitionFaceDetector implements FaceDetector, UsesAws {
  private final RekognitionClient rekognition;
  private final RekognitionImages images;

  /**
   * Makes a detector.
   *
   * @param readsStored whether photos are kept in S3, where Rekognition can read them; otherwise
   *     they are sent to it
   * @param thumbnailer encodes what is sent
   */
  public RekognitionFaceDetector(
      RekognitionClient rekognition, boolean readsStored, Thumbnailer thumbnailer) {
    this.rekognition = rekognition;
    this.images = new RekognitionImages(readsStored, thumbnailer);
  }

  @Override
  public List<DetectedFace> detect(Picture picture, @Nullable PhotoRef stored) {
    RekognitionPrint whole = images.whole(picture, stored);
    List<FaceDetail> details = details(whole, picture);
    return IntStream.range(0, details.size())
        .mapToObj(
            place -> {
              FaceDetail detail = details.get(place);
              return new DetectedFace(
                  detail, (place == 0 ? whole : images.part(picture, detail.box())).print());
            })
        .toList();
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(RekognitionUses.detection());
  }

  private List<FaceDetail> details(RekognitionPrint whole, Picture picture) {
    return AwsFaults.during(
            "detect faces",
            () ->
                rekognition.detectFaces(
                    request -> request.image(whole.image()).attributes(Attribute.ALL)))
        .faceDetails()
        .stream()
        .map(seen -> RekognitionShapes.detail(seen, picture))
        .sorted(Comparator.comparingDouble((FaceDetail detail) -> detail.box().area()).reversed())
        .toList();
  }
}
