package dev.riderphotos.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.testkit.ExtractionStoreContract;
import org.junit.jupiter.api.Test;

@OnAws
class S3ExtractionStoreTest extends ExtractionStoreContract {
  private final Aws aws;
  private final String bucket;

  S3ExtractionStoreTest(Aws aws) {
    this.aws = aws;
    this.bucket = aws.newBucket("faces");
  }

  @Override
  protected ExtractionStore store() {
    return new S3ExtractionStore(aws.s3(), bucket);
  }

  @Test
  void whoIsGivenAFileIsToldItsType() {
    store().put("output/chain/face.png", new byte[] {1}, "image/png");

    assertThat(aws.s3().headObject(head -> head.bucket(bucket).key("output/chain/face.png")))
        .extracting(head -> head.contentType())
        .isEqualTo("image/png");
  }
}
