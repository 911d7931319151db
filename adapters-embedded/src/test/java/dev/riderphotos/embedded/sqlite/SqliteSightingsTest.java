package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SightingsContract;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSightingsTest extends SightingsContract {
  private static final Sighting ADA =
      Sighting.of(Riders.ada(), Instant.parse("2026-01-01T12:00:00Z"));

  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Sightings sightings() {
    return new SqliteSightings(storage.database());
  }

  @Test
  void remembersOverARestart() throws IOException {
    assertThat(sightings().replace(null, ADA)).isTrue();

    storage.reopen();

    assertThat(sightings().find(Riders.ada())).contains(ADA);
  }

  @Test
  void withoutTheDatabaseEveryCallIsAFault() {
    Sightings sightings = sightings();
    storage.database().close();

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> sightings.find(Riders.ada()));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> sightings.replace(null, ADA));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> sightings.forget(Riders.ada()));
  }
}
