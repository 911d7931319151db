package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.HookReceiver;
import dev.riderphotos.app.testkit.HookReceiver.Told;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed before it could tell of something: the next one does. */
class KilledWhileTellingTest {
  @TempDir private Path data;

  @Test
  void whatWasNotToldIsToldAfterARestart() throws IOException, InterruptedException {
    try (HookReceiver receiver = HookReceiver.start()) {
      receiver.answer(503);
      ServerProcess killed = ServerProcess.start(data, environment(receiver));
      Answer _ = killed.client().verify("ada", Photos.nobody());
      Told first = receiver.next();
      killed.killAfter(1);

      ServerProcess next = ServerProcess.start(data, environment(receiver));
      try (next) {
        Told again = receiver.next();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
      }
    }
  }

  private static Map<String, String> environment(HookReceiver receiver) {
    Map<String, String> environment = new HashMap<>();
    receiver
        .settings()
        .forEach(
            (name, value) ->
                environment.put(
                    name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value.toString()));
    environment.put("WEBHOOKS_DELAY", "2s");
    return environment;
  }
}
