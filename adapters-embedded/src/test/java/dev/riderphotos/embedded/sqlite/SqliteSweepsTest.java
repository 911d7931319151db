package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.retention.Sweeps;
import dev.riderphotos.testkit.SweepsContract;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSweepsTest extends SweepsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Sweeps sweeps() {
    return new SqliteSweeps(storage.database());
  }

  @Test
  void remembersOverARestart() throws IOException {
    Instant begun = Instant.parse("2026-01-01T12:00:00Z");
    sweeps().done(begun);

    storage.reopen();

    assertThat(sweeps().last()).contains(begun);
  }
}
