package dev.riderphotos.aws.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Holds answers against what S3 always says of an object, and nobody who answers in its place. */
final class S3Answers {
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

  private static void mustBe(@Nullable String tag) {
    if (tag == null) {
      throw RetryableException.create("An answer without the object's tag is not one of S3's");
    }
  }
}
