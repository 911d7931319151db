package dev.riderphotos.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What S3 says to HEAD, which has no body. */
class S3PhotoSizeTest {
  private static final Map<String, String> OF_S3 = Map.of("x-amz-request-id", "A1B2");

  private final PhotoRef ref = new PhotoRef("old-photos", "ada.jpg");
  private final HttpServer server = server();
  private final SdkClients clients = new SdkClients();
  private final S3PhotoStore store =
      new S3PhotoStore(
          clients
              .configure(S3Client.builder())
              .region(Region.EU_CENTRAL_1)
              .credentialsProvider(AnonymousCredentialsProvider.create())
              .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
              .forcePathStyle(true)
              .build(),
          Set.of());

  @AfterEach
  void close() {
    clients.close();
    server.stop(0);
  }

  @Test
  void whoMayNotListIsToldThatItMayBeMissing() {
    answer(403, OF_S3);

    assertThatThrownBy(() -> store.size(ref))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isFalse())
        .hasMessageContainingAll("S3 answered 403", "not there", "s3:GetObject", "s3:ListBucket");
  }

  @Test
  void whatS3DoesNotHaveIsAbsent() {
    answer(404, OF_S3);

    assertThat(store.size(ref)).isEmpty();
  }

  @Test
  void thatSomethingElseHasNoPageSaysNothingOfTheObject() {
    answer(404, Map.of());

    assertThatThrownBy(() -> store.size(ref))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isFalse());
  }

  @Test
  void anAnswerWithoutATagIsNotOfS3() {
    answer(200, Map.of());

    assertThatThrownBy(() -> store.size(ref))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isTrue());
  }

  private void answer(int status, Map<String, String> headers) {
    var _ =
        server.createContext(
            "/",
            exchange -> {
              headers.forEach(exchange.getResponseHeaders()::set);
              exchange.sendResponseHeaders(status, -1);
              exchange.close();
            });
  }

  private static HttpServer server() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }
}
