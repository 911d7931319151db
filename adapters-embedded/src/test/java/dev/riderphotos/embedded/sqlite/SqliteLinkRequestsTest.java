package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.language.Language;
import dev.riderphotos.testkit.LinkRequestsContract;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLinkRequestsTest extends LinkRequestsContract {
  private static final LinkRequest ADAS =
      new LinkRequest(Riders.ada(), null, Duration.ofDays(1), Language.FRENCH, Instant.EPOCH);

  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected LinkRequests requests() {
    return new SqliteLinkRequests(storage.database());
  }

  @Test
  void remembersOverARestart() throws IOException {
    requests().open(ADAS);

    storage.reopen();

    assertThat(requests().all()).containsExactly(ADAS);
  }

  @Test
  void withoutTheDatabaseEveryCallIsAFault() {
    LinkRequests requests = requests();
    storage.database().close();

    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> requests.open(ADAS));
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> requests.find(Riders.ada()));
    assertThatExceptionOfType(BackendException.class).isThrownBy(requests::all);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> requests.close(Riders.ada()));
  }
}
