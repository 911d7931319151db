package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Photo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a server over HTTP. Of every answer it sees to it that it is no fault of ours, gives nothing
 * away of the inside, and carries the headers that protect its reader.
 */
public final class Client implements AutoCloseable {
  /** Long enough for any machine; only a server that hangs takes so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Client(int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Whether all is well: the one answer that may be a 503 without anything being wrong in it. */
  public Answer health() {
    return sendAsItIs(request("/health").GET().build());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer send(String method, String path, String contentType, byte[] body) {
    HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
    return send(contentType.isEmpty() ? request : request.header("Content-Type", contentType));
  }

  /** Sends JSON. */
  public Answer post(String path, String json) {
    return send("POST", path, "application/json", json.getBytes(UTF_8));
  }

  public Answer post(String path, Form form) {
    return send("POST", path, Form.CONTENT_TYPE, form.bytes());
  }

  /** Calls an operation of AWS JSON's protocol. */
  public Answer call(String path, String target, String json) {
    return send(
        request(path)
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer get(String path, String header, String value) {
    return send(request(path).header(header, value).GET());
  }

  /** Sends the headers, too. */
  public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  /** The execution as it ended. */
  public Answer verify(String rider, Photo photo) {
    return verify(rider, photo, "");
  }

  /** As {@link #verify(String, Photo)}, with more parameters: {@code &replace=true}. */
  public Answer verify(String rider, Photo photo, String parameters) {
    Answer answer =
        post(photoOf(rider) + "?wait=true" + parameters, new Form().file("photo", "me.jpg", photo));
    return answer.status() == 202 ? ended(answer) : answer; // on a busy machine
  }

  /** The execution as it ended, given the answer that it was begun with. */
  public Answer ended(Answer begun) {
    String execution = "/v1/executions/" + begun.textAt("executionId");
    Answer events = get(execution + "/events"); // they end when it does
    assertThat(events.status()).isEqualTo(200);
    return get(execution);
  }

  public static String photoOf(String rider) {
    return pathOf(rider) + "/photo";
  }

  /** The rider's path, whatever the rider is called. */
  public static String pathOf(String rider) {
    return "/v1/riders/" + URLEncoder.encode(rider, UTF_8).replace("+", "%20");
  }

  /**
   * Sends bytes as they are, and returns all that comes back until the server closes the
   * connection, which it must do.
   */
  public String exchange(String head, byte[] body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      write(socket.getOutputStream(), head, body);
      read(socket, answer);
      return answer.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends bytes as they are, and goes away without waiting for an answer. */
  public void hangUp(String head, byte[] body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      write(socket.getOutputStream(), head, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /** A server may refuse a body before it has read all of it. */
  private static void write(OutputStream out, String head, byte[] body) {
    try {
      out.write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
    } catch (IOException refused) {
      assertThat(refused).hasMessageMatching("(?i).*(broken pipe|reset).*");
    }
  }

  private static void read(Socket socket, ByteArrayOutputStream answer) throws IOException {
    byte[] buffer = new byte[8192];
    try {
      for (int count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
        answer.write(buffer, 0, count);
      }
    } catch (SocketException reset) {
      assertThat(reset).hasMessageMatching("(?i).*reset.*");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(PATIENCE);
  }

  private Answer send(HttpRequest.Builder request) {
    return harmless(sendAsItIs(request.build()));
  }

  private Answer sendAsItIs(HttpRequest request) {
    try {
      return Answer.of(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer harmless(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    if (answer.status() >= 400) {
      assertThat(answer.text())
          .doesNotContain("dev.riderphotos", "io.micronaut", "java.", "\tat ", "class [");
    }
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).isNotEmpty();
    return answer;
  }
}
