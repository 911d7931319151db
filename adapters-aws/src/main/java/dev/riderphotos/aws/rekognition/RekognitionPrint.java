package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.FacePrint;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.model.Image;

/**
 * What Rekognition knows a face by: a picture in which it is the largest, for that is the one that
 * Rekognition searches for, and indexes first.
 */
sealed interface RekognitionPrint {
  /** A photo that Rekognition reads from S3 itself. */
  record Stored(PhotoRef photo) implements RekognitionPrint {
    private static final String PREFIX = "rekognition-s3:";

    @Override
    public Image image() {
      return Image.builder()
          .s3Object(object -> object.bucket(photo.bucket()).name(photo.key()))
          .build();
    }

    @Override
    public FacePrint print() {
      return new FacePrint(PREFIX + photo.bucket() + "/" + photo.key());
    }

    private static Stored of(String print) {
      int slash = print.indexOf('/'); // no bucket's name has one
      return new Stored(
          new PhotoRef(print.substring(PREFIX.length(), slash), print.substring(slash + 1)));
    }
  }

  /** A photo that is sent along. */
  record Inline(Photo photo) implements RekognitionPrint {
    private static final String PREFIX = "rekognition-bytes:";

    @Override
    public Image image() {
      return Image.builder().bytes(SdkBytes.fromByteArrayUnsafe(photo.bytes())).build();
    }

    @Override
    public FacePrint print() {
      return new FacePrint(PREFIX + Base64.getEncoder().encodeToString(photo.bytes()));
    }

    private static Inline of(String print) {
      return new Inline(Photo.of(Base64.getDecoder().decode(print.substring(PREFIX.length()))));
    }
  }

  /** Rekognition is given this image. */
  Image image();

  /** The steps of a verification pass this print on. */
  FacePrint print();

  /** A print is refused if another detector made it. */
  static RekognitionPrint of(FacePrint print) {
    String value = print.value();
    if (value.startsWith(Stored.PREFIX)) {
      return Stored.of(value);
    }
    if (value.startsWith(Inline.PREFIX)) {
      return Inline.of(value);
    }
    throw new IllegalArgumentException("Not a face print for Rekognition");
  }
}
