package dev.riderphotos.lambda.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API on loopback, for one environment of a function: gives out invocations one
 * after the other, and takes their answers.
 */
final class FakeRuntimeApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> invocations = new ConcurrentHashMap<>();
  private volatile @Nullable TaskError over;

  private record Invocation(String id, String payload, CompletableFuture<JsonNode> answer) {}

  FakeRuntimeApi() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for the answer, or throws the {@link TaskError} that came in its place. */
  CompletableFuture<JsonNode> invoke(String payload) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), payload, new CompletableFuture<>());
    invocations.put(invocation.id(), invocation);
    waiting.add(invocation);
    TaskError end = over;
    if (end != null) {
      end(end);
    }
    return invocation.answer();
  }

  /** The function's process is no more: what it did not answer, it never will. */
  void ended() {
    end(new TaskError("Lambda.Unknown", "The function ended before it answered"));
  }

  private void end(TaskError end) {
    over = end;
    invocations.values().forEach(each -> each.answer().completeExceptionally(end));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      String last = path[path.length - 1];
      if (last.equals("next")) {
        next(exchange);
        return;
      }
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      Invocation invocation = invocations.remove(path[path.length - 2]);
      if (invocation == null) {
        end(error(body)); // it could not begin
      } else if (last.equals("response")) {
        invocation.answer().complete(body);
      } else {
        invocation.answer().completeExceptionally(error(body));
      }
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private static TaskError error(JsonNode body) {
    return new TaskError(body.path("errorType").asText(), body.path("errorMessage").asText());
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      Invocation invocation = waiting.take();
      byte[] body = invocation.payload().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", invocation.id());
      exchange
          .getResponseHeaders()
          .add("Lambda-Runtime-Deadline-Ms", String.valueOf(Long.MAX_VALUE / 2));
      exchange
          .getResponseHeaders()
          .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:1:function:f");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    server.stop(0);
  }
}
