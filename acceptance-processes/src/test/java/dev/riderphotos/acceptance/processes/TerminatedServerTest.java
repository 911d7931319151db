package dev.riderphotos.acceptance.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ExecutionRunner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to end says so, ends soon, and loses nothing that it took in. */
class TerminatedServerTest {
  /** It takes ten seconds at most; this is for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final int RIDERS = 6;
  private static final int PHOTOS_EACH = 4;

  private static final Pattern ANSWER =
      Pattern.compile("(?is).*\\r\\ncontent-length: (\\d+)\\r\\n(?:.*?\\r\\n)?\\r\\n(.*)");

  @TempDir private Path home;

  @Test
  void itEndsSoonAndTheNextBringsToAnEndWhatWaited() throws IOException, InterruptedException {
    Path data = home.resolve("data");
    List<String> promised;
    try (ServerProcess server =
        ServerProcess.start(data, Map.of("LIMITS_CONCURRENT_EXECUTIONS", "1"))) {
      promised = uploadAll(server.client());
      server.terminate();
      assertThat(server.awaitEnd(SOON)).isTrue();
      assertThat(server.exitCode()).isEqualTo(143); // as of SIGTERM
    }

    try (Application application = Application.open(data, Map.of())) {
      Executions journal = application.get(Executions.class);
      assertThat(journal.unfinished()).hasSizeGreaterThan(PHOTOS_EACH);
      ExecutionRunner runner = application.get(ExecutionRunner.class);
      journal.unfinished().forEach(id -> runner.run(id).join());
      assertThat(journal.list(Filter.ALL, null, 100).executions())
          .noneMatch(Execution::unfinished)
          .noneMatch(execution -> execution.status() == Status.FAILED)
          .extracting(execution -> execution.id().toString())
          .containsExactlyInAnyOrderElementsOf(promised);
    }
  }

  @Test
  void whoHasAConnectionOpenIsToldAndNobodyElseComesIn() throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(home.resolve("data"));
        Socket open = connect(server);
        Socket probe = connect(server)) {
      assertThat(ask(open, "/v1/bars")).startsWith("HTTP/1.1 200 ");
      assertThat(ask(probe, "/health/readiness")).startsWith("HTTP/1.1 200 ");

      server.terminate();
      awaitRefusal(server);

      assertThat(ask(probe, "/health/readiness"))
          .startsWith("HTTP/1.1 503 ")
          .containsIgnoringCase("connection: close")
          .containsIgnoringCase("retry-after: ")
          .contains("DOWN");
      assertThat(ask(open, "/v1/bars"))
          .startsWith("HTTP/1.1 503 ")
          .containsIgnoringCase("connection: close")
          .containsIgnoringCase("retry-after: ")
          .contains("CLOSING");
      assertThat(open.getInputStream().read()).isEqualTo(-1);
      assertThat(server.awaitEnd(SOON)).isTrue();
    }
  }

  private static List<String> uploadAll(Client client) {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < PHOTOS_EACH; number++) {
      for (int rider = 0; rider < RIDERS; rider++) {
        int side = 400 + number; // the same bytes would be one execution
        Photo photo = Photos.jpeg(Portrait.of(Person.named().get(rider)).size(side, side));
        Answer answer =
            client.post(
                Client.photoOf("rider-" + rider) + "?replace=true",
                new Form().file("photo", "me.jpg", photo));
        assertThat(answer.status()).isEqualTo(202);
        ids.add(answer.textAt("executionId"));
      }
    }
    return ids;
  }

  private static Socket connect(ServerProcess server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.client().port());
    socket.setSoTimeout((int) SOON.toMillis());
    return socket;
  }

  private static void awaitRefusal(ServerProcess server) throws IOException {
    try {
      while (true) {
        connect(server).close();
      }
    } catch (ConnectException refused) {
      assertThat(refused).hasMessageContaining("refused");
    }
  }

  private static String ask(Socket socket, String path) throws IOException {
    String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    while (!whole(answer)) {
      int count = socket.getInputStream().read(buffer);
      assertThat(count).as("more than %s", answer).isPositive();
      answer.append(new String(buffer, 0, count, UTF_8));
    }
    return answer.toString();
  }

  private static boolean whole(CharSequence answer) {
    Matcher parts = ANSWER.matcher(answer);
    return parts.matches() && parts.group(2).length() >= Integer.parseInt(parts.group(1));
  }
}
