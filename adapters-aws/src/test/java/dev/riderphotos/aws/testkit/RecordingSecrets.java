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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as Secrets Manager does, of binary secrets. */
public final class RecordingSecrets implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> versions = new ConcurrentHashMap<>();
  private final Map<String, String> current = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();

  private RecordingSecrets(HttpServer server) {
    this.server = server;
  }

  public static RecordingSecrets start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      RecordingSecrets secrets = new RecordingSecrets(server);
      var _ = server.createContext("/", secrets::handle);
      server.start();
      return secrets;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often a secret was read. */
  public int reads() {
    return reads.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String answer = answer(exchange);
      byte[] body = answer.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(answer.contains("__type") ? 400 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String answer(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.contains("/secretsmanager/aws4_request")) {
      return refusal("MissingAuthenticationTokenException");
    }
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    return switch (target) {
      case "secretsmanager.CreateSecret" -> create(body);
      case "secretsmanager.DescribeSecret" -> describe(body.path("SecretId").asText());
      case "secretsmanager.GetSecretValue" -> value(body.path("SecretId").asText());
      case "secretsmanager.PutSecretValue" -> put(body);
      default -> refusal("UnknownOperationException");
    };
  }

  private String create(JsonNode request) {
    String name = request.path("Name").asText();
    String field = request.has("SecretString") ? "SecretString" : "SecretBinary";
    String kept = request.has(field) ? "\"%s\": %s".formatted(field, request.path(field)) : "";
    boolean there = secrets.putIfAbsent(name, kept) != null;
    return there ? refusal("ResourceExistsException") : describe(name);
  }

  private String describe(String name) {
    return secrets.containsKey(name)
        ? "{\"Name\": \"" + name + "\"}"
        : refusal("ResourceNotFoundException");
  }

  private String value(String name) {
    reads.incrementAndGet();
    String value = secrets.get(name);
    return value == null || value.isEmpty()
        ? refusal("ResourceNotFoundException")
        : "{\"Name\": \"%s\", \"VersionId\": \"%s\", %s}"
            .formatted(name, current.getOrDefault(name, "made"), value);
  }

  /** A version is written once: the same again is no other, another under its name is refused. */
  private synchronized String put(JsonNode request) {
    String name = request.path("SecretId").asText();
    String version = request.path("ClientRequestToken").asText();
    String value = "\"SecretString\": " + request.path("SecretString");
    if (!secrets.containsKey(name)) {
      return refusal("ResourceNotFoundException");
    }
    String there =
        versions.computeIfAbsent(name, _ -> new ConcurrentHashMap<>()).putIfAbsent(version, value);
    if (there != null && !there.equals(value)) {
      return refusal("ResourceExistsException");
    }
    if (there == null) {
      secrets.put(name, value);
      current.put(name, version);
    }
    return "{\"Name\": \"%s\", \"VersionId\": \"%s\"}".formatted(name, version);
  }

  private static String refusal(String type) {
    return "{\"__type\": \"" + type + "\", \"message\": \"refused\"}";
  }
}
