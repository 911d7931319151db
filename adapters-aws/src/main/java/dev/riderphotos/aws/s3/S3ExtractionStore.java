package dev.riderphotos.aws.s3;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.extraction.ExtractionStore;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, which must be there, and without versions, or what is deleted is not gone. */
public final class S3ExtractionStore implements ExtractionStore, UsesAws {
  private final S3Client s3;
  private final String bucket;

  public S3ExtractionStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(String name, byte[] content, String contentType) {
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(content), content.length, contentType);
    var _ =
        AwsFaults.during(
            "write a crop",
            () ->
                S3Answers.sure(
                    s3.putObject(
                        put -> put.bucket(bucket).key(name).contentType(contentType), body)));
  }

  @Override
  public Optional<byte[]> get(String name) {
    return AwsFaults.during(
        "read a crop",
        () -> {
          try {
            ResponseBytes<GetObjectResponse> object =
                s3.getObject(get -> get.bucket(bucket).key(name), ResponseTransformer.toBytes());
            var _ = S3Answers.sure(object.response());
            return Optional.of(object.asByteArray());
          } catch (NoSuchKeyException absent) {
            return Optional.empty();
          }
        });
  }

  /** S3 lists by the bytes of UTF-8, which for these names is their order. */
  @Override
  public List<String> names(String prefix) {
    return AwsFaults.during(
        "list crops",
        () ->
            s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  @Override
  public void delete(String name) {
    var _ =
        AwsFaults.during(
            "delete a crop", () -> s3.deleteObject(gone -> gone.bucket(bucket).key(name)));
  }

  @Override
  public URI url(String name) {
    return URI.create("s3://" + bucket + "/" + name);
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(S3Uses.listed(s3, bucket), S3Uses.objects(s3, bucket));
  }
}
