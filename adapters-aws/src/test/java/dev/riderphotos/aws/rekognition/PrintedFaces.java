package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;

/** Faces with prints for Rekognition, of the photos that the testkit draws. */
public final class PrintedFaces {
  private static final int SIDE = 320;

  private PrintedFaces() {}

  /** One whose photo Rekognition reads itself. */
  static DetectedFace stored(InMemoryRekognition rekognition, Portrait portrait) {
    Portrait small = portrait.size(SIDE, SIDE);
    PhotoRef ref = new PhotoRef("photos", small.sitters() + " " + small.take() + ".jpg");
    rekognition.photos().put(ref, Photos.jpeg(small));
    return printed(small, new RekognitionPrint.Stored(ref));
  }

  /** One whose photo is sent along. */
  public static DetectedFace inline(Portrait portrait) {
    Portrait small = portrait.size(SIDE, SIDE);
    return printed(small, new RekognitionPrint.Inline(Photos.jpeg(small)));
  }

  /** Of a photo that shows something else than it seemed to. */
  public static DetectedFace inline(Photo photo) {
    return printed(Portrait.of(Person.ADA), new RekognitionPrint.Inline(photo));
  }

  /** As others would index it. */
  static IndexFacesRequest indexing(DetectedFace face, String name) {
    return IndexFacesRequest.builder()
        .collectionId("riders")
        .image(RekognitionPrint.of(face.print()).image())
        .externalImageId(ExternalImageId.of(name).value())
        .build();
  }

  private static DetectedFace printed(Portrait portrait, RekognitionPrint print) {
    return new DetectedFace(KnownFaces.faceOf(portrait).detail(), print.print());
  }
}
