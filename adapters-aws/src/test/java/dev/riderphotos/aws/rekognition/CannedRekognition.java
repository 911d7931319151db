package dev.riderphotos.aws.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.SdkClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Gives the answers that it was told to, over HTTP. */
final class CannedRekognition implements AfterEachCallback {
  private record Canned(int status, String body) {}

  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final CountDownLatch silence = new CountDownLatch(1);
  private final HttpServer server;

  CannedRekognition() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var _ = server.createContext("/", this::answer);
    server.start();
  }

  /** From now on the operation is answered so; what nothing was said of is never answered. */
  void answers(String operation, int status, String body) {
    answers.put(operation, new Canned(status, body));
  }

  /** From now on the operation fails so. */
  void refuses(String operation, int status, String type) {
    answers(operation, status, "{\"__type\":\"%s\",\"message\":\"on purpose\"}".formatted(type));
  }

  /** What was asked for, attempt by attempt. */
  List<String> operations() {
    return operations;
  }

  /** A client that is set up as all are, but does not wait long. */
  RekognitionClient client(Aws aws) {
    var builder =
        new SdkClients()
            .configure(RekognitionClient.builder())
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(aws.credentials());
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .apiCallAttemptTimeout(Duration.ofSeconds(1))
                .build())
        .build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  /** Answers no more. */
  void close() {
    silence.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String operation = target.substring(target.indexOf('.') + 1);
      operations.add(operation);
      Canned canned = answers.get(operation);
      if (canned == null) {
        silence.await();
        return;
      }
      byte[] body = canned.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(canned.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
