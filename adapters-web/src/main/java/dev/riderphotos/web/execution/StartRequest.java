package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The reference's execution input {@code userId, s3Bucket, s3Key}; or an EventBridge "Object
 * Created" event, whose account is the rider, as the reference has it.
 */
@Serdeable
public record StartRequest(
    @Nullable String userId,
    @Nullable String s3Bucket,
    @Nullable String s3Key,
    @Nullable Boolean replace,
    @Nullable String email,
    @Nullable String account,
    @Nullable Detail detail) {

  /** EventBridge wraps the bucket and the object in this. */
  @Serdeable
  record Detail(@Nullable Bucket bucket, @Nullable S3Object object) {}

  /** EventBridge names the bucket in this. */
  @Serdeable
  record Bucket(@Nullable String name) {}

  /** EventBridge names the object in this, and does not URL-encode its key. */
  @Serdeable
  record S3Object(@Nullable String key) {}

  Submission submission() {
    return ProblemException.unless(
        () ->
            new Submission(
                new RiderId(required("userId", detail == null ? userId : account)),
                new PhotoRef(required("s3Bucket", bucket()), required("s3Key", key())),
                Boolean.TRUE.equals(replace),
                email == null ? null : new EmailAddress(email)));
  }

  private @Nullable String bucket() {
    if (detail == null) {
      return s3Bucket;
    }
    return detail.bucket() == null ? null : detail.bucket().name();
  }

  private @Nullable String key() {
    if (detail == null) {
      return s3Key;
    }
    return detail.object() == null ? null : detail.object().key();
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", name + " is missing");
    }
    return value;
  }
}
