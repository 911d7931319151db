package dev.riderphotos.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.riderphotos.aws.testkit.SdkClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AwsCallsTest {
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final List<String> agents = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final SdkClients clients = new SdkClients(new Recorder());
  private final HttpServer server;

  AwsCallsTest() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void answer() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
    clients.close();
  }

  @Test
  void whatPassesIsTriedAgainAndCountedByItsKind() {
    errors.addAll(List.of("ThrottlingException", "InternalServerError"));

    try (DynamoDbClient client = client()) {
      assertThat(client.listTables().tableNames()).isEmpty();
    }

    assertThat(seen)
        .containsExactly(
            "DynamoDB.ListTables Throttling",
            "DynamoDB.ListTables ServerError",
            "DynamoDB.ListTables true");
    assertThat(agents).hasSize(3).allSatisfy(agent -> assertThat(agent).endsWith("rider-photos"));
  }

  private DynamoDbClient client() {
    return clients
        .configure(DynamoDbClient.builder())
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String error = errors.poll();
      agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
      byte[] body = (error == null ? "{\"TableNames\":[]}" : "{}").getBytes(UTF_8);
      if (error != null) {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", error);
      }
      exchange.sendResponseHeaders(status(error), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static int status(@Nullable String error) {
    if (error == null) {
      return 200;
    }
    return error.startsWith("Internal") ? 500 : 400;
  }

  private final class Recorder implements AwsCallWatcher {
    @Override
    public void attemptFailed(String service, String operation, String kind) {
      seen.add(service + "." + operation + " " + kind);
    }

    @Override
    public void ended(String service, String operation, boolean succeeded, Duration took) {
      seen.add(service + "." + operation + " " + succeeded);
    }
  }
}
