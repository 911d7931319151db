package dev.riderphotos.acceptance.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --https} for the whole network, as its own process. */
class HttpsTest {
  private static final Pattern READY =
      Pattern.compile("Rider Photos is ready: (https://localhost:\\d+)");
  private static final Pattern FINGERPRINT = Pattern.compile(" +certificate SHA-256 ([0-9A-F:]+)");

  @TempDir private Path home;

  @Test
  void theCertificateIsTheOneThatIsTold() throws Exception {
    Process server =
        ServerProcess.launch(
            home.resolve("data"), Map.of("ACCESS", "secured"), "--https", "--host", "0.0.0.0");
    try (BufferedReader out = server.inputReader(UTF_8)) {
      String url = line(out, READY);
      String fingerprint = line(out, FINGERPRINT);

      HttpResponse<String> page = get(url + "/sign-in", fingerprint);

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
          .startsWith("__Host-rider-photos-visit=")
          .contains("Secure");
    } finally {
      server.destroy();
      server.onExit().join();
    }
  }

  private static HttpResponse<String> get(String url, String fingerprint) throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new Pinned(fingerprint)}, null);
    try (HttpClient http = HttpClient.newBuilder().sslContext(trusting).build()) {
      return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }

  /** The first line like this. */
  private static String line(BufferedReader out, Pattern pattern) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("The server did not say " + pattern);
  }

  /** Trusts one certificate, for the names that it has. */
  private static final class Pinned extends X509ExtendedTrustManager {
    private final String fingerprint;

    Pinned(String fingerprint) {
      this.fingerprint = fingerprint;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
        assertThat(HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest))
            .isEqualTo(fingerprint);
        assertThat(chain[0].getSubjectAlternativeNames())
            .anyMatch(name -> name.get(1).equals(engine.getPeerHost()));
      } catch (GeneralSecurityException fault) {
        throw new CertificateException(fault);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
