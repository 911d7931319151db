package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class RekognitionStoredPrintsTest {
  private static final Map<String, String> OF_S3 = Map.of("x-amz-request-id", "A1B2");

  private final PhotoRef ref = new PhotoRef("rider-photos", "riders/ada/1/me.jpg");
  private final HttpServer server = server();
  private final SdkClients clients = new SdkClients();
  private final RekognitionStoredPrints prints =
      new RekognitionStoredPrints(
          clients
              .configure(S3Client.builder())
              .region(Region.EU_CENTRAL_1)
              .credentialsProvider(AnonymousCredentialsProvider.create())
              .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
              .forcePathStyle(true)
              .build());

  @AfterEach
  void close() {
    clients.close();
    server.stop(0);
  }

  @Test
  void aPrintIsWhereThePhotoIsAndOfTheBytesThatAreThere() {
    answer(200, Map.of("x-amz-request-id", "A1B2", "ETag", "\"5d41\""));

    assertThat(prints.of(ref))
        .hasValueSatisfying(
            print -> {
              assertThat(print.print()).isEqualTo(new RekognitionPrint.Stored(ref).print());
              assertThat(print.etag()).isEqualTo("\"5d41\"");
            });
  }

  @Test
  void ofAPhotoThatIsNotThereIsNone() {
    answer(404, OF_S3);

    assertThat(prints.of(ref)).isEmpty();
  }

  @Test
  void whatSomethingElseSaysIsAFault() {
    answer(404, Map.of());

    assertThatThrownBy(() -> prints.of(ref))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isFalse());
  }

  @Test
  void anAnswerWithoutATagIsNotOneOfS3s() {
    answer(200, Map.of());

    assertThatThrownBy(() -> prints.of(ref))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isTrue());
  }

  private void answer(int status, Map<String, String> headers) {
    var _ =
        server.createContext(
            "/",
            exchange -> {
              try (exchange) {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, -1);
              }
            });
    server.start();
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
