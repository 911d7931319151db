package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.s3.S3Answers;
import dev.riderphotos.face.StoredPrints;
import dev.riderphotos.photo.PhotoRef;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

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
    return AwsFaults.during("look at a photo", () -> S3Answers.head(s3, photo))
        .map(told -> new StoredPrint(new RekognitionPrint.Stored(photo).print(), told.eTag()));
  }
}
