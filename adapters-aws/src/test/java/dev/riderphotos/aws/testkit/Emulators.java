package dev.riderphotos.aws.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Properties;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.regions.Region;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * S3Proxy, DynamoDB Local and ElasticMQ inside this JVM, on free ports of the loopback interface.
 * They end with the JVM.
 */
public final class Emulators {
  private static final Region REGION = Region.EU_CENTRAL_1;
  private static final String ACCESS_KEY = "rider";
  private static final String SECRET_KEY = "photos";

  private Emulators() {}

  /** New ones, empty. */
  public static Aws start() {
    try {
      return new Aws(
          new Endpoints(s3(), dynamoDb(), sqs()), REGION, Aws.keys(ACCESS_KEY, SECRET_KEY), true);
    } catch (Exception fault) {
      throw new IllegalStateException("An emulator does not start", fault);
    }
  }

  private static URI s3() throws Exception {
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(BlobStores.create("transient", new Properties()))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    proxy.start();
    return loopback(proxy.getPort());
  }

  private static URI dynamoDb() throws Exception {
    int port = freePort();
    ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-disableTelemetry", "-port", String.valueOf(port)})
        .start();
    return loopback(port);
  }

  private static URI sqs() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(REGION.id())
            .start();
    return loopback(server.waitUntilStarted().localAddress().getPort());
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
