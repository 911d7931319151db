package dev.riderphotos.web.execution;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.language.Language;
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
 *
 * @param lang which language the rider is told of a refusal in, such as {@code de}
 * @param consent version of the text that the rider has agreed to
 */
@Serdeable
public record StartRequest(
    @Nullable String userId,
    @Nullable String s3Bucket,
    @Nullable String s3Key,
    @Nullable Boolean replace,
    @Nullable String email,
    @Nullable String lang,
    @Nullable String consent,
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

  PhotoRef photo() {
    return ProblemException.unless(
        () -> new PhotoRef(required("s3Bucket", bucket()), required("s3Key", key())));
  }

  /**
   * What it starts.
   *
   * @param wished which language the header asks for
   */
  Submission submission(@Nullable Language wished, @Nullable Consent agreed) {
    RiderId rider =
        ProblemException.unless(
            () -> new RiderId(required("userId", detail == null ? userId : account)));
    PhotoRef photo = photo();
    return ProblemException.unless(
        () ->
            new Submission(
                rider,
                photo,
                Boolean.TRUE.equals(replace),
                email == null ? null : new EmailAddress(email),
                false,
                wished,
                agreed));
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
