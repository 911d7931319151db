package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import org.junit.jupiter.api.Test;

class KnownFacesTest extends FaceDetectorContract {
  @Override
  protected FaceDetector detector() {
    return new KnownFaces();
  }

  @Test
  void knowsWhoIsInAPhotoThatWasOpened() {
    assertThat(faces(Photos.oneFace())).isOne();
    assertThat(faces(Photos.anotherOf(Person.BORIS))).isOne();
    assertThat(faces(Photos.twoFaces())).isEqualTo(2);
    assertThat(faces(Photos.nobody())).isZero();
    assertThat(faces(Photos.png(Portrait.of(Person.CLARA).size(100, 120)))).isOne();
  }

  @Test
  void seesNobodyInAPictureThatWeDidNotDraw() {
    Picture black = new Picture(PhotoFormat.PNG, 100, 100, new byte[30_000], () -> {});

    assertThat(detector().detect(black, null)).isEmpty();
  }

  private int faces(Photo photo) {
    Opened opened = new PlainPhotoOpener().open(photo);
    assertThat(opened).isInstanceOf(Opened.Decoded.class);
    try (Picture picture = ((Opened.Decoded) opened).picture()) {
      return detector().detect(picture, null).size();
    }
  }
}
