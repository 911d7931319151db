package dev.riderphotos.aws;

import java.util.Objects;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;

/** Names of resources as policies have them, in the region that a client speaks to. */
public final class Arns {
  private Arns() {}

  /** Names a resource of the account's in the client's region. */
  public static String of(AwsServiceClientConfiguration client, String service, String resource) {
    Region region = client.region();
    return "arn:%s:%s:%s:%s:%s"
        .formatted(partition(region), service, region.id(), AwsUse.ACCOUNT, resource);
  }

  /** Buckets have neither region nor account in their names. */
  public static String ofBucket(AwsServiceClientConfiguration client, String bucket) {
    return "arn:%s:s3:::%s".formatted(partition(client.region()), bucket);
  }

  private static String partition(Region region) {
    String known = region.metadata() == null ? null : region.metadata().partition().id();
    return Objects.requireNonNullElse(known, "aws");
  }
}
