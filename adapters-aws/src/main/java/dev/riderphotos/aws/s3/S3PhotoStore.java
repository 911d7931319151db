package dev.riderphotos.aws.s3;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Photos as objects. The SDK sends a checksum with each and compares it when the object is read.
 * Buckets must be there, and without versions, or what is deleted is not gone.
 */
public final class S3PhotoStore implements PhotoStore, HealthChecked, UsesAws {
  private static final int FORBIDDEN = 403;

  /** S3 tells only those who may list a bucket what is not in it. */
  private static final String FORBIDDEN_TO_LOOK =
      "look at the object: S3 answered 403. It is not there, or the caller may not read it"
          + " (s3:GetObject); S3 says which of the two to whoever may list the bucket"
          + " (s3:ListBucket)";

  /** Sent as {@code x-amz-meta-consent}. */
  private static final String CONSENT = "consent";

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final S3Client s3;
  private final Set<String> buckets;

  /**
   * Makes a store.
   *
   * @param buckets that photos are kept in, and that must answer for the store to be well
   */
  public S3PhotoStore(S3Client s3, Set<String> buckets) {
    this.s3 = s3;
    this.buckets = Set.copyOf(buckets);
  }

  @Override
  public void put(PhotoRef ref, Photo photo) {
    String type = photo.format().map(PhotoFormat::contentType).orElse(UNKNOWN_TYPE);
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(photo.bytes()), photo.size(), type);
    AwsFaults.during(
        "write a photo",
        () ->
            S3Answers.sure(
                s3.putObject(
                    put -> put.bucket(ref.bucket()).key(ref.key()).contentType(type), body)));
  }

  @Override
  public Optional<Photo> get(PhotoRef ref) {
    return AwsFaults.during(
        "read a photo",
        () -> {
          try {
            return Optional.of(
                s3.getObject(get -> get.bucket(ref.bucket()).key(ref.key()), S3PhotoStore::read));
          } catch (NoSuchKeyException absent) {
            return Optional.empty();
          }
        });
  }

  /** No range is asked for, as none can be of an empty object, and checksums are of whole ones. */
  private static Photo read(GetObjectResponse told, AbortableInputStream object) {
    try {
      Photo photo = Photo.read(object);
      if (photo.tooLarge()) {
        object.abort(); // closing would read on to the end
      }
      var _ = S3Answers.sure(told);
      return photo;
    } catch (IOException brokenOff) {
      throw RetryableException.create("The object broke off", brokenOff);
    }
  }

  @Override
  public OptionalLong size(PhotoRef ref) {
    return head(ref)
        .map(told -> OptionalLong.of(told.contentLength()))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public Optional<String> consent(PhotoRef ref) {
    return head(ref).map(told -> told.metadata().get(CONSENT));
  }

  /** The answer to a HEAD has no body, so S3's own words are its status alone. */
  private Optional<HeadObjectResponse> head(PhotoRef ref) {
    try {
      return AwsFaults.during("look at a photo", () -> S3Answers.head(s3, ref));
    } catch (BackendException fault) {
      if (fault.getCause() instanceof S3Exception answer && answer.statusCode() == FORBIDDEN) {
        throw new BackendException(FORBIDDEN_TO_LOOK, false, fault);
      }
      throw fault;
    }
  }

  @Override
  public void delete(PhotoRef ref) {
    AwsFaults.during(
        "delete a photo", () -> s3.deleteObject(gone -> gone.bucket(ref.bucket()).key(ref.key())));
  }

  @Override
  public int deleteAll(String bucket, String prefix) {
    return AwsFaults.during(
        "delete photos",
        () -> {
          List<String> keys =
              s3
                  .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                  .contents()
                  .stream()
                  .map(S3Object::key)
                  .toList();
          keys.forEach(key -> s3.deleteObject(gone -> gone.bucket(bucket).key(key)));
          return keys.size();
        });
  }

  @Override
  public String name() {
    return "photos (S3)";
  }

  @Override
  public void check() {
    for (String bucket : buckets) {
      AwsFaults.during(
          "reach bucket " + bucket, () -> s3.headBucket(wanted -> wanted.bucket(bucket)));
    }
  }

  @Override
  public List<AwsUse> uses() {
    return buckets.stream()
        .flatMap(bucket -> Stream.of(S3Uses.listed(s3, bucket), S3Uses.objects(s3, bucket)))
        .toList();
  }
}
