package dev.riderphotos.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as EventBridge does, and keeps the events that it is asked to put. */
public final class RecordingEventBridge implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();

  private record Reply(int status, String body) {}

  private RecordingEventBridge(HttpServer server) {
    this.server = server;
  }

  public static RecordingEventBridge start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      RecordingEventBridge bridge = new RecordingEventBridge(server);
      var _ = server.createContext("/", bridge::handle);
      server.start();
      return bridge;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The entries in the order they came. */
  public List<JsonNode> events() {
    return List.copyOf(events);
  }

  /** The next entry is refused by itself, by this code. */
  public void refuse(String code) {
    replies.add(
        new Reply(
            200, "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"%s\"}]}".formatted(code)));
  }

  /** The next call fails as a whole, so often as the SDK tries it. */
  public void fail(int times, int status, String type) {
    for (int i = 0; i < times; i++) {
      replies.add(new Reply(status, "{\"__type\":\"%s\"}".formatted(type)));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = answer(exchange);
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.contains("/events/aws4_request")) {
      return new Reply(400, "{\"__type\":\"MissingAuthenticationTokenException\"}");
    }
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    Reply prepared = replies.poll();
    if (prepared != null) {
      return prepared;
    }
    String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    return switch (operation) {
      case "AWSEvents.PutEvents" -> put(request);
      case "AWSEvents.DescribeEventBus" -> new Reply(200, "{\"Name\":\"riders\"}");
      default -> new Reply(400, "{\"__type\":\"UnknownOperationException\"}");
    };
  }

  private Reply put(JsonNode request) {
    request.path("Entries").forEach(events::add);
    return new Reply(200, "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}");
  }
}
