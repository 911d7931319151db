package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Senders who promise a body and do not send it: the others are answered, and they are told. */
class SlowSendersTest {
  private static final String FORM =
      """
      Content-Type: multipart/form-data; boundary=XB
      Content-Length: 5000

      --XB
      Content-Disposition: form-data; name="photo"; filename="a.jpg"

      half of a""";

  private static final String KEY = "Content-Disposition: form-data; name=\"key\"\n\nk\n";

  private static final String FIND =
      headed("POST /v1/drink-photos/find\nConnection: close\nContent-Length: 2\n\n{}");

  @RegisterExtension
  static final RunningServer IMPATIENT = new RunningServer(Map.of("limits.receive-time", "1s"));

  @RegisterExtension
  static final RunningServer SMALL = new RunningServer(Map.of("limits.bodies-per-caller", "2"));

  static Stream<String> requests() {
    return Stream.of(
        "POST /v1/riders/slow/photo\nContent-Type: image/jpeg\nContent-Length: 5000\n\n",
        "POST /v1/riders/slow/photo\nContent-Type: image/jpeg\nContent-Length: 5000\n\nhalf of it",
        "POST /v1/riders/slow/photo\nTransfer-Encoding: chunked\n\n5\nhello\n",
        "POST /v1/riders/slow/photo\n" + FORM,
        "POST /\n" + FORM,
        "POST /selfie\n" + FORM,
        "POST /drinks\n" + FORM,
        "POST /faces\n" + FORM,
        "POST /objects/drink-photos\n" + FORM.replace("\"photo\"; filename=\"a.jpg\"", "\"key\""),
        "POST /sign-in\n"
            + "Content-Type: application/x-www-form-urlencoded\nContent-Length: 50\n\nkey=",
        "POST /v1/executions\nContent-Type: application/json\nContent-Length: 50\n\n{",
        "POST /v1/extractions\nContent-Type: application/json\nContent-Length: 50\n\n{",
        "POST /v1/extractions\nContent-Type: image/png\nContent-Length: 50\n\nhalf",
        "POST /v1/drink-photos/find\nContent-Length: 50\n\n{");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aBodyThatDoesNotComeIsGivenUp(String request) {
    String answer = IMPATIENT.client().exchange(headed(request), new byte[0]);

    assertThat(answer).startsWith("HTTP/1.1 408 ").containsIgnoringCase("connection: close");
    assertThat(answer).contains("too slowly");
  }

  @Test
  void aTicketIsLookedAtBeforeTheFileComes() {
    String form =
        "POST /objects/drink-photos\nConnection: close\n"
            + FORM.replace("5000", "5000000")
                .replace("\"photo\"", "\"file\"")
                .replaceFirst("--XB", "--XB\n" + KEY + "--XB");

    assertThat(SMALL.client().exchange(headed(form), new byte[0]))
        .startsWith("HTTP/1.1 403 ")
        .contains("\"code\":\"FORGED\"");
  }

  @Test
  void beyondItsShareACallerIsTurnedAwayAndToldWhenToComeBack() throws IOException {
    String unfinished = headed(requests().toList().getFirst());
    List<Socket> held = new ArrayList<>();
    try {
      held.add(open(unfinished));
      held.add(open(unfinished));
      String answer = "";
      while (!answer.startsWith("HTTP/1.1 503 ")) { // until both have arrived
        answer = SMALL.client().exchange(FIND, new byte[0]);
      }
      assertThat(answer).contains("\"code\":\"BUSY\"").containsIgnoringCase("retry-after: ");
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static Socket open(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), SMALL.client().port());
    OutputStream out = socket.getOutputStream();
    out.write(request.replace("\n", "\r\n").getBytes(US_ASCII));
    out.flush();
    return socket;
  }

  private static String headed(String request) {
    return request.replaceFirst("\n", " HTTP/1.1\nHost: localhost\n");
  }
}
