package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a service that speaks AWS JSON, and may delay a request, answer it itself, or
 * change or lose its answer.
 */
final class Relay implements AutoCloseable {
  /** Where an answer has no members, it alone tells whose it is. */
  private static final String REQUEST_ID = "x-amzn-RequestId";

  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "http2-settings", "upgrade");

  private final URI target;
  private final Interception interception;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** What happens to a request before it goes on. */
  @FunctionalInterface
  interface Interception {
    /**
     * Empty if it is to go on.
     *
     * @param operation as {@code X-Amz-Target} says it
     */
    Optional<Reply> meet(String operation, String body) throws InterruptedException;

    /**
     * What goes back of the service's answer; empty if nothing does, and the connection ends.
     *
     * @param body the request's
     */
    default Optional<Reply> answered(String operation, String body, Reply answer) {
      return Optional.of(answer);
    }
  }

  /** An answer in the service's place. */
  record Reply(int status, String body) {}

  Relay(URI target, Interception interception) throws IOException {
    this.target = target;
    this.interception = interception;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var _ = server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
    http.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String operation = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      String asked = new String(body, UTF_8);
      Optional<Reply> reply = interception.meet(operation, asked);
      if (reply.isEmpty()) {
        HttpResponse<byte[]> answer = forward(exchange, body);
        answer
            .headers()
            .firstValue(REQUEST_ID)
            .ifPresent(id -> exchange.getResponseHeaders().set(REQUEST_ID, id));
        Reply whole = new Reply(answer.statusCode(), new String(answer.body(), UTF_8));
        reply = interception.answered(operation, asked, whole);
      }
      if (reply.isPresent()) {
        answer(exchange, reply.get().status(), reply.get().body().getBytes(UTF_8));
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target).POST(BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
