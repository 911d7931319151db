package dev.riderphotos.aws.s3;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsUse;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Says what is asked of buckets, by <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">IAM's
 * names</a>: HeadBucket and ListObjectsV2 are one action, and so are GetObject and HeadObject.
 */
final class S3Uses {
  private S3Uses() {}

  /** Without it S3 would say of an object that is not there that one may not read it. */
  static AwsUse listed(S3Client s3, String bucket) {
    return new AwsUse("Buckets", Set.of("s3:ListBucket"), Set.of(arn(s3, bucket)));
  }

  /** Tickets and links are of what their signer may do himself. */
  static AwsUse objects(S3Client s3, String bucket) {
    return new AwsUse(
        "Objects",
        Set.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
        Set.of(arn(s3, bucket) + "/*"));
  }

  private static String arn(S3Client s3, String bucket) {
    return Arns.ofBucket(s3.serviceClientConfiguration(), bucket);
  }
}
