package dev.riderphotos.aws.s3;

import software.amazon.awssdk.services.s3.S3Client;

/** Where a client finds what is in S3. */
final class S3Addresses {
  private S3Addresses() {}

  /** With the slash at its end: the SDK tells addresses of objects only, and not of all keys. */
  static String ofBucket(S3Client s3, String bucket) {
    String ofAnObject = s3.utilities().getUrl(of -> of.bucket(bucket).key("x")).toString();
    return ofAnObject.substring(0, ofAnObject.length() - 1);
  }
}
