package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Journals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams of live progress: who watches, how many, and that no place is lost. */
class LiveProgressTest {
  private static final int FOR_ONE = 8;
  private static final int ALL = 64;

  @RegisterExtension
  private static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  private final Client client = SERVER.client();
  private final Execution running = Journals.running(new RiderId("watched"), Instant.now());
  private final List<Watcher> open = new ArrayList<>();

  @AfterEach
  void allGo() throws IOException {
    for (Watcher watcher : open) {
      watcher.close();
    }
    executions().delete(running.id());
  }

  @Test
  void whoeverWatchesSeesHowItEnds() throws IOException {
    executions().start(running);
    Watcher one = admitted(key());
    Watcher other = admitted(key());
    assertThat(one.event()).contains("\"status\":\"RUNNING\"");
    assertThat(other.event()).contains("\"status\":\"RUNNING\"");

    executions().save(Journals.ended(running, Status.FAILED, true));

    assertThat(one.event()).contains("\"status\":\"FAILED\"");
    assertThat(other.event()).contains("\"status\":\"FAILED\"");
    assertThat(one.event()).isEmpty();
  }

  @Test
  void ridersHearNothingOfAChangeThatOnlyOperatorsMaySee() throws IOException {
    executions().start(running);
    Watcher operator = admitted(key());
    Watcher program = admitted(key(Scope.VERIFY));
    assertThat(operator.event()).contains("\"status\":\"RUNNING\"");
    assertThat(program.event()).contains("\"status\":\"RUNNING\"");
    Execution suspected =
        running.advised(List.of(Reason.of(ReasonCode.PHOTO_OF_PHOTO, "Perhaps").scored(60)));

    executions().save(suspected);
    assertThat(operator.event()).contains("PHOTO_OF_PHOTO", "60");
    executions().save(suspected.ended(Status.FAILED, true, Instant.now()));

    assertThat(program.event()).contains("\"status\":\"FAILED\"").doesNotContain("PHOTO_OF");
    assertThat(program.event()).isEmpty();
  }

  @Test
  void whatIsErasedIsWatchedNoLonger() throws IOException {
    executions().start(running);
    Watcher watcher = admitted(key());
    assertThat(watcher.event()).contains("\"status\":\"RUNNING\"");

    executions().delete(running.id());

    assertThat(watcher.event()).isEmpty();
  }

  @Test
  void oneCallerHasItsShareAndIsToldWhenToComeBack() throws IOException {
    executions().start(running);
    String key = key();
    for (int i = 0; i < FOR_ONE; i++) {
      admitted(key);
    }

    String refused = watch(key).all();
    assertThat(refused)
        .startsWith("HTTP/1.1 503 ")
        .contains("TOO_MANY_STREAMS")
        .containsPattern("(?i)Retry-After: [1-9]");
    admitted(key());
  }

  @Test
  void allCallersTogetherHaveSoMany() throws IOException {
    executions().start(running);
    List<Watcher> held = new ArrayList<>();
    for (int caller = 0; caller < ALL / FOR_ONE; caller++) {
      String key = key();
      for (int i = 0; i < FOR_ONE; i++) {
        held.add(admitted(key));
      }
    }
    String late = key();
    assertThat(watch(late).status()).isEqualTo(503);

    held.getFirst().close();

    admitted(late);
    assertThat(watch(late).status()).isEqualTo(503);
  }

  @Test
  void whoAsksForTheHeadTakesNoPlace() throws IOException {
    executions().start(running);
    String key = key();
    for (int i = 0; i < ALL + 1; i++) {
      assertThat(
              client.send("HEAD", events(running), Map.of("X-Api-Key", key), new byte[0]).status())
          .isEqualTo(200);
    }

    for (int i = 0; i < FOR_ONE; i++) {
      admitted(key);
    }
  }

  @Test
  void whoeverGoesGivesItsPlaceBack() throws IOException {
    executions().start(running);
    String key = key();
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < FOR_ONE; i++) {
        try (Watcher gone = new Watcher(key, running)) {
          gone.breakOff(round % 2 == 0);
        }
      }
    }

    for (int i = 0; i < FOR_ONE; i++) {
      admitted(key);
    }
  }

  /** As soon as the server has heard that others are gone. */
  private Watcher admitted(String key) throws IOException {
    Watcher watcher = watch(key);
    while (watcher.status() != 200) {
      watcher = watch(key);
    }
    return watcher;
  }

  private Watcher watch(String key) throws IOException {
    Watcher watcher = new Watcher(key, running);
    open.add(watcher);
    return watcher;
  }

  private static String events(Execution execution) {
    return "/v1/executions/" + execution.id() + "/events";
  }

  private static String key() {
    return key(Scope.OPERATE);
  }

  private static String key(Scope scope) {
    return SERVER
        .application()
        .get(CreateApiKey.class)
        .create("watcher", Set.of(scope))
        .secret()
        .reveal();
  }

  private static Executions executions() {
    return SERVER.application().get(Executions.class);
  }

  /** A caller that listens for as long as it wants to. */
  private static final class Watcher implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Watcher(String key, Execution execution) throws IOException {
      this.socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.client().port());
      this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: %s\r\nConnection: close\r\n\r\n"
              .formatted(events(execution), key);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    int status() throws IOException {
      return Integer.parseInt(requireNonNull(in.readLine()).split(" ", 3)[1]);
    }

    /** Whatever comes until the server closes the connection. */
    String all() {
      return in.lines().collect(Collectors.joining("\n"));
    }

    /** The next event's data; empty if there is none to come. */
    String event() throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("data:")) {
          return line;
        }
      }
      return "";
    }

    /** Goes without a word, at once or when the first came. */
    void breakOff(boolean atOnce) throws IOException {
      if (!atOnce) {
        assertThat(status()).isIn(200, 503);
      }
      socket.setSoLinger(true, 0);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
