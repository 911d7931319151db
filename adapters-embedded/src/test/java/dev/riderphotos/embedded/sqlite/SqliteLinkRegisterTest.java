package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.testkit.LinkRegisterContract;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLinkRegisterTest extends LinkRegisterContract {
  private static final NotedLink ADAS =
      new NotedLink(
          new LinkId("0123456789abcdef"),
          Riders.ada(),
          Instant.EPOCH,
          Instant.EPOCH.plusSeconds(1));

  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected LinkRegister register() {
    return new SqliteLinkRegister(storage.database());
  }

  @Test
  void remembersOverARestart() throws IOException {
    register().note(ADAS);

    storage.reopen();

    assertThat(register().all(Instant.EPOCH, 10)).containsExactly(ADAS);
  }

  @Test
  void withoutTheDatabaseEveryCallIsAFault() {
    LinkRegister register = register();
    storage.database().close();

    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> register.note(ADAS));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> register.of(Riders.ada(), Instant.EPOCH, 10));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> register.all(Instant.EPOCH, 10));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> register.forget(Riders.ada()));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> register.forgetExpired(Instant.EPOCH));
  }
}
