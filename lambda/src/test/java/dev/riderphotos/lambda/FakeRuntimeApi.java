package dev.riderphotos.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API on loopback: gives out invocations one after the other, and takes answers.
 */
final class FakeRuntimeApi implements AutoCloseable {
  private final HttpServer server;
  private final Queue<String> payloads;
  private final int wanted;
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  FakeRuntimeApi(List<String> payloads) throws IOException {
    this.payloads = new ConcurrentLinkedQueue<>(payloads);
    this.wanted = payloads.size();
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until each payload was answered: by a response, an error, or that it cannot begin. */
  List<byte[]> answers() {
    List<byte[]> all = new ArrayList<>();
    try {
      while (all.size() < wanted) {
        all.add(answers.take());
      }
      return all;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ending);
    }
  }

  /** The function has ended: what it did not answer, it never will. */
  void ended() {
    payloads.clear();
    for (int answer = 0; answer < wanted; answer++) {
      answers.add("{\"errorType\":\"Runtime.ExitError\"}".getBytes(UTF_8));
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().endsWith("/invocation/next")) {
        next(exchange);
      } else {
        answers.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(202, -1);
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    String payload = payloads.poll();
    if (payload == null) {
      awaitEnd();
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request");
    exchange
        .getResponseHeaders()
        .add("Lambda-Runtime-Deadline-Ms", String.valueOf(Long.MAX_VALUE / 2));
    exchange
        .getResponseHeaders()
        .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:1:function:f");
    byte[] body = payload.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private void awaitEnd() {
    try {
      closed.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
