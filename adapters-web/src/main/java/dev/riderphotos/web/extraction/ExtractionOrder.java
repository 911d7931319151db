package dev.riderphotos.web.extraction;

import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A stored picture, and how faces are to be cut out of it; what is not said is as configured. */
@Serdeable
record ExtractionOrder(
    @Nullable String s3Bucket,
    @Nullable String s3Key,
    @Nullable Double minConfidence,
    @Nullable Double padding,
    @Nullable Integer limit) {

  PhotoRef picture() {
    return ProblemException.unless(
        () -> new PhotoRef(required("s3Bucket", s3Bucket), required("s3Key", s3Key)));
  }

  ExtractionOptions options(ExtractionOptions configured) {
    return options(configured, minConfidence, padding, limit);
  }

  static ExtractionOptions options(
      ExtractionOptions configured,
      @Nullable Double minConfidence,
      @Nullable Double padding,
      @Nullable Integer limit) {
    return ProblemException.unless(
        () ->
            new ExtractionOptions(
                minConfidence == null ? configured.minConfidence() : minConfidence,
                padding == null ? configured.padding() : padding,
                limit == null ? configured.limit() : limit));
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", name + " is missing");
    }
    return value;
  }
}
