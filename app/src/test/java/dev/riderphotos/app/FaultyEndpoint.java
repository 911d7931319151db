package dev.riderphotos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stands before the DynamoDB of the tests, for all tests of a class, and answers in its place as a
 * test says. To be registered before what is to meet it.
 */
final class FaultyEndpoint implements BeforeAllCallback, AfterAllCallback {
  private static final String PROPERTY = "aws.endpointUrlDynamoDb";
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "http2-settings", "upgrade");

  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable HttpServer server;
  private @Nullable URI target;
  private Rule rule = Rule.NONE;

  /** What is answered, how often, to requests that name an operation and a table. */
  private record Rule(int times, int status, String type, String operation, String table) {
    static final Rule NONE = new Rule(0, 0, "", "", "");

    boolean strikes(String asked, String body) {
      return times > 0 && asked.endsWith("." + operation) && body.contains(table);
    }

    Rule struck() {
      return new Rule(times - 1, status, type, operation, table);
    }
  }

  /** Fails the next so many of these calls. */
  synchronized void next(int times, int status, String type, String operation, String table) {
    rule = new Rule(times, status, type, operation, table);
  }

  /** From now on all is well. */
  synchronized void heal() {
    rule = Rule.NONE;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    var _ = AwsServer.aws();
    target = URI.create(requireNonNull(System.getProperty(PROPERTY)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var _ = server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    System.setProperty(PROPERTY, "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.setProperty(PROPERTY, String.valueOf(target));
    requireNonNull(server).stop(0);
    http.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Rule struck = struck(String.valueOf(operation), new String(body, UTF_8));
      if (struck.times() == 0) {
        forward(exchange, body);
      } else {
        String error =
            "{\"__type\": \"com.amazonaws.dynamodb.v20120810#%s\", \"message\": \"on purpose\"}"
                .formatted(struck.type());
        answer(exchange, struck.status(), error.getBytes(UTF_8));
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Rule struck(String operation, String body) {
    if (!rule.strikes(operation, body)) {
      return Rule.NONE;
    }
    Rule strikes = rule;
    rule = rule.struck();
    return strikes;
  }

  private void forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(requireNonNull(target)).POST(BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    answer(exchange, answer.statusCode(), answer.body());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
