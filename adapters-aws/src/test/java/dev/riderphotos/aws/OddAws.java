package dev.riderphotos.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.riderphotos.aws.testkit.OddAnswer;
import dev.riderphotos.aws.testkit.SdkClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Answers all services' calls with the same. Its clients ask once, and are else as all are. */
final class OddAws implements AfterEachCallback {
  private final SdkClients clients = new SdkClients();
  private final HttpServer server;
  private volatile OddAnswer answer = OddAnswer.FORBIDDEN;

  OddAws() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var _ = server.createContext("/", this::handle);
    server.start();
  }

  /** From now on. */
  void answers(OddAnswer with) {
    answer = with;
  }

  S3Client s3() {
    return client(S3Client.builder().forcePathStyle(true));
  }

  DynamoDbClient dynamoDb() {
    return client(DynamoDbClient.builder());
  }

  SqsClient sqs() {
    return client(SqsClient.builder());
  }

  SesV2Client ses() {
    return client(SesV2Client.builder());
  }

  SecretsManagerClient secrets() {
    return client(SecretsManagerClient.builder());
  }

  SfnClient stepFunctions() {
    return client(SfnClient.builder());
  }

  RekognitionClient rekognition() {
    return client(RekognitionClient.builder());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    clients.close();
    server.stop(0);
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
    B configured =
        clients
            .configure(builder)
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("rider", "photos")));
    return configured
        .overrideConfiguration(
            configured.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .build())
        .build();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var _ = exchange.getRequestBody().readAllBytes();
      byte[] bytes = answer.body();
      if (!answer.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      }
      boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), none ? -1 : bytes.length + answer.missing());
      if (!none) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
