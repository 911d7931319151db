package dev.riderphotos.aws.s3;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.testkit.UploadTicketsContract;
import java.time.Instant;
import java.util.Set;

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
}
