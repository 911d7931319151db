package dev.riderphotos.aws.s3;

import dev.riderphotos.photo.PhotoRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Holds answers against what S3 always says of an object, and nobody who answers in its place. */
public final class S3Answers {
  private S3Answers() {}

  static PutObjectResponse sure(PutObjectResponse answer) {
    mustBe(answer.eTag());
    return answer;
  }

  static GetObjectResponse sure(GetObjectResponse answer) {
    mustBe(answer.eTag());
    return answer;
  }

  static HeadObjectResponse sure(HeadObjectResponse answer) {
    mustBe(answer.eTag());
    return answer;
  }

  /** What S3 says of an object without sending it; empty if it is S3 that says there is none. */
  public static Optional<HeadObjectResponse> head(S3Client s3, PhotoRef ref) {
    try {
      return Optional.of(sure(s3.headObject(head -> head.bucket(ref.bucket()).key(ref.key()))));
    } catch (NoSuchKeyException absent) {
      if (absent.requestId() == null) {
        throw absent; // said by something on the way there, and not by S3
      }
      return Optional.empty();
    }
  }

  private static void mustBe(@Nullable String tag) {
    if (tag == null) {
      throw RetryableException.create("An answer without the object's tag is not one of S3's");
    }
  }
}
