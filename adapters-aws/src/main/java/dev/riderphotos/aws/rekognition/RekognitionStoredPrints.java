package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.face.StoredPrints;
import dev.riderphotos.photo.PhotoRef;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Prints that are where photos are in S3, for Rekognition reads them there itself. The object's tag
 * tells whether it is still the photo that was looked at.
 */
public final class RekognitionStoredPrints implements StoredPrints {
  private final S3Client s3;

  public RekognitionStoredPrints(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public Optional<StoredPrint> of(PhotoRef photo) {
    return AwsFaults.during("look at a photo", () -> tag(photo))
        .map(tag -> new StoredPrint(new RekognitionPrint.Stored(photo).print(), tag));
  }

  private Optional<String> tag(PhotoRef photo) {
    try {
      String tag = s3.headObject(head -> head.bucket(photo.bucket()).key(photo.key())).eTag();
      if (tag == null) {
        throw RetryableException.create("An answer without the object's tag is not one of S3's");
      }
      return Optional.of(tag);
    } catch (NoSuchKeyException absent) {
      if (absent.requestId() == null) {
        throw absent; // said by something on the way there, and not by S3
      }
      return Optional.empty();
    }
  }
}
