package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.testkit.SignedCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come slowly, or not at all, or without end; with access keys and without. */
class RekognitionBodiesTest {
  private static final String ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final byte[] BEGINNING = "{\"a\": \"".getBytes(UTF_8);
  private static final byte[] NOTHING = new byte[0];

  @RegisterExtension
  private static final RunningServer OPEN = new RunningServer(Map.of("limits.receive-time", "2s"));

  @RegisterExtension
  private static final RunningServer SIGNED =
      new RunningServer(
          Map.of("limits.receive-time", "2s", "rekognition.access-keys", ID + ":" + SECRET));

  @Test
  void whoIsNobodyIsToldSoBeforeTheBodyIsThere() {
    String head = head(SIGNED, "connection: close\ncontent-length: 50000");

    assertThat(SIGNED.client().exchange(head, BEGINNING))
        .startsWith("HTTP/1.1 400 ")
        .contains("MissingAuthenticationTokenException");
  }

  @Test
  void whoSignsWrongIsToldSoBeforeTheBodyIsThere() {
    SignedCall stranger = new SignedCall("NOBODY", SECRET, SIGNED.client().port(), Map.of());

    assertThat(SIGNED.client().exchange(stranger.head(50_000), BEGINNING))
        .startsWith("HTTP/1.1 400 ")
        .contains("UnrecognizedClientException");
  }

  @Test
  void whoSendsTooSlowlyIsSentAway() {
    SignedCall signed = new SignedCall(ID, SECRET, SIGNED.client().port(), Map.of());

    for (String answer :
        List.of(
            OPEN.client().exchange(head(OPEN, "content-length: 50000"), BEGINNING),
            SIGNED.client().exchange(signed.head(50_000), BEGINNING))) {
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("RequestTimeoutException");
    }
  }

  /** More than there are turns. */
  @Test
  void whoSendsSlowlyHoldsNobodyUp() throws IOException {
    for (RunningServer server : List.of(OPEN, SIGNED)) {
      List<Socket> slow = new ArrayList<>();
      for (int number = 0; number < 12; number++) {
        SignedCall call = new SignedCall(ID, SECRET, server.client().port(), Map.of());
        slow.add(begun(server, call.head(50_000)));
      }

      SignedCall honest = new SignedCall(ID, SECRET, server.client().port(), Map.of());
      assertThat(server.client().exchange(honest.head(2), "{}".getBytes(UTF_8)))
          .startsWith("HTTP/1.1 200 ");
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content-length: 20000000\nexpect: 100-continue",
        "content-length: 99000000000",
        "content-length: 20000000\nconnection: close"
      })
  void aBodyThatIsTooLargeIsRefusedBeforeItComes(String header) {
    assertThat(OPEN.client().exchange(head(OPEN, header), NOTHING))
        .startsWith("HTTP/1.1 400 ")
        .contains("ImageTooLargeException");
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefused() {
    byte[] megabytes =
        "1400000\r\n%s\r\n0\r\n\r\n".formatted(" ".repeat(0x1400000)).getBytes(UTF_8);

    assertThat(
            OPEN.client()
                .exchange(head(OPEN, "connection: close\ntransfer-encoding: chunked"), megabytes))
        .startsWith("HTTP/1.1 400 ")
        .contains("ImageTooLargeException");
  }

  private static Socket begun(RunningServer server, String head) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.client().port());
    socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
    socket.getOutputStream().write(BEGINNING);
    return socket;
  }

  private static String head(RunningServer server, String more) {
    return """
        POST /rekognition HTTP/1.1
        host: localhost:%d
        x-amz-target: RekognitionService.ListCollections
        %s

        """
        .formatted(server.client().port(), more);
  }
}
