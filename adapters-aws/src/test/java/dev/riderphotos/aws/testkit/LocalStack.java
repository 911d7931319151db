package dev.riderphotos.aws.testkit;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.regions.Region;

/** AWS in a container. */
final class LocalStack {
  /** The last that is free for everybody. */
  private static final String IMAGE = "localstack/localstack:4.12.0";

  private LocalStack() {}

  /** Ended by Testcontainers, with the JVM. */
  static Aws start() {
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("s3", "dynamodb", "sqs");
    container.start();
    Endpoints endpoints =
        new Endpoints(container.getEndpoint(), container.getEndpoint(), container.getEndpoint());
    return new Aws(
        endpoints,
        Region.of(container.getRegion()),
        Aws.keys(container.getAccessKey(), container.getSecretKey()),
        false);
  }
}
