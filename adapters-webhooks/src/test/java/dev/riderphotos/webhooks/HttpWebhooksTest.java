package dev.riderphotos.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.riderphotos.announcement.Announcement;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Webhooks.Answer;
import dev.riderphotos.announcement.Webhooks.Answer.Accepted;
import dev.riderphotos.announcement.Webhooks.Answer.Gone;
import dev.riderphotos.announcement.Webhooks.Answer.Refused;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWebhooksTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NEXT = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Announcement ERASED =
      new RiderErased(AnnouncementId.at(Instant.EPOCH), Riders.ada(), Instant.EPOCH);

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  private record Sent(HttpHeaders headers, String path, String body) {}

  @AfterEach
  void close() throws Exception {
    over.countDown();
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void whoeverReceivesCanCheckTheSignatureByEitherSecret() throws Exception {
    HttpServer server = server(200);

    assertThat(webhooks("http://127.0.0.1:" + port(server) + "/hooks?x=1", LONG).send(ERASED))
        .isEqualTo(new Accepted("200"));

    Sent only = sent.getFirst();
    assertThat(only.path()).isEqualTo("/hooks?x=1");
    assertThat(only.headers().firstValue("content-type"))
        .contains("application/cloudevents+json; charset=UTF-8");
    assertThat(only.headers().firstValue("webhook-id")).contains(ERASED.id().toString());
    new Webhook(SECRET).verify(only.body(), only.headers());
    new Webhook(NEXT).verify(only.body(), only.headers());
    assertThat(only.body()).contains("\"type\":\"rider.erased\"", "\"riderId\":\"ada\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 204, 299})
  void anySuccessWillDo(int status) throws IOException {
    assertThat(sentTo(server(status))).isEqualTo(new Accepted(Integer.toString(status)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void anyOtherStatusIsARefusal(int status) throws IOException {
    assertThat(sentTo(server(status))).isEqualTo(new Refused(Integer.toString(status)));
    assertThat(sent).hasSize(1);
  }

  @Test
  void goneIsGone() throws IOException {
    assertThat(sentTo(server(410))).isEqualTo(new Gone("410"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) throws IOException {
    assertThat(sentTo(server(status))).isEqualTo(new Refused(Integer.toString(status)));
    assertThat(sent).hasSize(1);
  }

  @Test
  void whoIsSlowIsNotWaitedFor() throws IOException {
    HttpServer server = server(0);

    assertThat(webhooks(at(server), Duration.ofMillis(200)).send(ERASED))
        .isEqualTo(new Refused("no answer in time"));
  }

  @Test
  void whoIsNotThereDoesNotAnswer() throws IOException {
    HttpServer server = server(200);
    String address = at(server);
    server.stop(0);

    assertThat(webhooks(address, LONG).send(ERASED)).isEqualTo(new Refused("no connection"));
  }

  @Test
  void anAnswerWithoutEndIsNotRead() throws IOException {
    HttpServer server = server(-200);

    assertThat(webhooks(at(server), LONG).send(ERASED)).isEqualTo(new Accepted("200"));
  }

  @Test
  void theNameIsLookedUpOnceAndWhatItLedToIsConnectedTo(@TempDir Path folder) throws Exception {
    SSLContext tls = tls(folder);
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    answering(server, 200);
    List<String> asked = new ArrayList<>();
    HttpWebhooks webhooks =
        webhooks(
            "https://hooks.example.com:" + port(server) + "/",
            true,
            host -> {
              asked.add(host);
              return new InetAddress[] {
                InetAddress.ofLiteral(asked.size() == 1 ? "127.0.0.1" : "127.0.0.9")
              };
            },
            LONG,
            new DefaultClientTlsStrategy(tls));

    assertThat(webhooks.send(ERASED)).isEqualTo(new Accepted("200"));

    assertThat(asked).containsExactly("hooks.example.com");
    assertThat(sent.getFirst().headers().firstValue("host"))
        .contains("hooks.example.com:" + port(server));
  }

  /** Judged anew each time: the first answer is of no use to whoever changes it. */
  @Test
  void aNameThatLeadsHomeTheSecondTimeIsRefused() throws IOException {
    HttpServer server = server(200);
    List<String> asked = new ArrayList<>();
    HttpWebhooks webhooks =
        webhooks(
            "https://hooks.example.com:" + port(server) + "/",
            false,
            host -> {
              asked.add(host);
              if (asked.size() == 1) {
                throw new UnknownHostException(host);
              }
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            },
            LONG,
            null);

    assertThat(webhooks.send(ERASED)).isEqualTo(new Refused("no such host"));
    assertThat(webhooks.send(ERASED)).isEqualTo(new Refused("an address that is not public"));
    assertThat(sent).isEmpty();
  }

  @Test
  void whoCannotProveWhoTheyAreIsSentNothing(@TempDir Path folder) throws Exception {
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(folder)));
    answering(server, 200);

    assertThat(webhooks("https://127.0.0.1:" + port(server) + "/", LONG).send(ERASED))
        .isEqualTo(new Refused("no secure connection"));
    assertThat(sent).isEmpty();
  }

  private Answer sentTo(HttpServer server) {
    return webhooks(at(server), LONG).send(ERASED);
  }

  private static String at(HttpServer server) {
    return "http://localhost:" + port(server) + "/";
  }

  private HttpWebhooks webhooks(String address, Duration patience) {
    return webhooks(
        address,
        false,
        _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")},
        patience,
        null);
  }

  private HttpWebhooks webhooks(
      String address,
      boolean allowPrivate,
      HttpWebhooks.Directory directory,
      Duration patience,
      @Nullable TlsSocketStrategy tls) {
    HttpWebhooks webhooks =
        new HttpWebhooks(
            WebhookAddress.of(address, allowPrivate),
            WebhookSecrets.of(SECRET + " " + NEXT),
            "rider-photos",
            InstantSource.system(),
            directory,
            patience,
            tls);
    open.add(webhooks);
    return webhooks;
  }

  private HttpServer server(int status) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    answering(server, status);
    return server;
  }

  /** With this status; with 0 not at all; with less than that, without an end. */
  private void answering(HttpServer server, int status) {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var _ = server.createContext("/", exchange -> answer(exchange, status));
    server.start();
    open.add(() -> server.stop(0));
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      sent.add(
          new Sent(
              HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true),
              exchange.getRequestURI().toString(),
              new String(body.readAllBytes(), UTF_8)));
      if (status == 0) {
        over.await();
      }
      if (status >= 300 && status < 400) {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port(exchange) + "/2");
      }
      exchange.sendResponseHeaders(Math.abs(status), status < 0 ? 0 : -1);
      if (status < 0) {
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
        over.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int port(HttpServer server) {
    return server.getAddress().getPort();
  }

  private static int port(HttpExchange exchange) {
    return exchange.getLocalAddress().getPort();
  }

  /** Of a host that calls itself hooks.example.com, for both sides. */
  private static SSLContext tls(Path folder) throws Exception {
    Path store = folder.resolve("hooks.p12");
    char[] password = "password".toCharArray();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hooks",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks.example.com",
                "-ext",
                "san=dns:hooks.example.com",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(password))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("hooks", keys.getCertificate("hooks"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
