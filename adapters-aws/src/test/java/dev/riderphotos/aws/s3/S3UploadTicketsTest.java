package dev.riderphotos.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.testkit.UploadTicketsContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@OnAws
class S3UploadTicketsTest extends UploadTicketsContract {
  private final Aws aws;
  private final String bucket;

  S3UploadTicketsTest(Aws aws) {
    this.aws = aws;
    this.bucket = aws.newBucket("photos");
  }

  @Override
  protected UploadTickets ticketsAt(Instant now) {
    return new S3UploadTickets(aws.s3(), () -> now);
  }

  @Override
  protected PhotoLinks linksAt(Instant now) {
    return new S3UploadTickets(aws.s3(), () -> now);
  }

  @Override
  protected PhotoStore store() {
    return new S3PhotoStore(aws.s3(), Set.of());
  }

  @Override
  protected String bucket() {
    return bucket;
  }

  @Test
  void withoutCredentialsALinkIsAFaultAndAnAddressIsNone() {
    PhotoRef ref = new PhotoRef(bucket, "photo.jpg");
    try (S3Client nobodys =
        S3Client.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(S3UploadTicketsTest::none)
            .build()) {
      PhotoLinks links = new S3UploadTickets(nobodys, InstantSource.system());

      assertThat(links.address(ref).getPath()).endsWith("photo.jpg");
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> links.link(ref, Instant.now().plusSeconds(60)))
          .withMessage("Could not find credentials");
    }
  }

  private static AwsCredentials none() {
    throw SdkClientException.create("on purpose");
  }
}
