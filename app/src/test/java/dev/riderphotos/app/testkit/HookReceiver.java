package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that is told by webhooks, and answers as it is told itself. */
public final class HookReceiver implements AutoCloseable {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final int PATIENCE = 30;

  private final HttpServer server;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

  private HookReceiver(HttpServer server) {
    this.server = server;
  }

  /** What came, as it came. */
  public record Told(HttpHeaders headers, String body) {
    public String id() {
      return headers.firstValue("webhook-id").orElseThrow();
    }
  }

  public static HookReceiver start() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      HookReceiver receiver = new HookReceiver(server);
      var _ = server.createContext("/", receiver::handle);
      server.start();
      return receiver;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Settings of a server that is to tell it, and is impatient. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("webhooks.url", "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    settings.put("webhooks.secret", SECRET);
    settings.put("webhooks.delay", "1ms");
    settings.put("webhooks.attempts", "2");
    return settings;
  }

  /** The next that come are answered like this, one after the other; all others with 204. */
  public void answer(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  /** Waits for the next that comes. */
  public Told next() {
    try {
      Told next = told.poll(PATIENCE, TimeUnit.SECONDS);
      assertThat(next).as("told within %d seconds", PATIENCE).isNotNull();
      return next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      Told each =
          new Told(
              HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true),
              new String(body.readAllBytes(), UTF_8));
      Integer status = answers.poll();
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
      told.add(each);
    }
  }
}
