package dev.riderphotos.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

/**
 * As much of AWS as a function needs that finds no photo: one table, and buckets without objects.
 */
final class FakeAws implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, JsonNode> items = new ConcurrentHashMap<>();

  FakeAws() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** What a function is told in its environment. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
        "AWS_PATH_STYLE", "true",
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "key",
        "AWS_SECRET_ACCESS_KEY", "secret");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().add("x-amz-request-id", "request");
      exchange.getResponseHeaders().add("x-amzn-RequestId", "request");
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (target == null) {
        absent(exchange);
      } else {
        answer(exchange, dynamoDb(target, JSON.readTree(body)));
      }
    }
  }

  private static void absent(HttpExchange exchange) throws IOException {
    byte[] xml = "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(404, head ? -1 : xml.length);
    if (!head) {
      exchange.getResponseBody().write(xml);
    }
  }

  private JsonNode dynamoDb(String target, JsonNode request) {
    ObjectNode answer = JSON.createObjectNode();
    if (target.endsWith(".PutItem")) {
      items.put(request.at("/Item/executionId/S").asText(), request.path("Item"));
    } else if (target.endsWith(".GetItem")) {
      JsonNode item = items.get(request.at("/Key/executionId/S").asText());
      if (item != null) {
        answer.set("Item", item);
      }
    }
    return answer;
  }

  private static void answer(HttpExchange exchange, JsonNode answer) throws IOException {
    byte[] json = answer.toString().getBytes(UTF_8);
    CRC32 checksum = new CRC32();
    checksum.update(json);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.getResponseHeaders().add("x-amz-crc32", String.valueOf(checksum.getValue()));
    exchange.sendResponseHeaders(200, json.length);
    exchange.getResponseBody().write(json);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
