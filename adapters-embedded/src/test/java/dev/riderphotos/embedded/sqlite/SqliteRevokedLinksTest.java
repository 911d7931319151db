package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.RevokedLinks;
import dev.riderphotos.testkit.RevokedLinksContract;
import dev.riderphotos.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRevokedLinksTest extends RevokedLinksContract {
  @RegisterExtension private final Storage storage = new Storage();
  private final SettableClock clock = new SettableClock();

  @Override
  protected RevokedLinks revoked() {
    return new SqliteRevokedLinks(storage.database(), clock);
  }

  @Test
  void remembersOverARestart() throws IOException {
    Instant now = clock.instant();
    revoked().revoke("mark", now, now.plusSeconds(60));

    storage.reopen();

    assertThat(revoked().revokedUntil(List.of("mark"))).containsEntry("mark", now);
  }

  @Test
  void withoutTheDatabaseEveryCallIsAFault() {
    RevokedLinks revoked = revoked();
    Instant now = clock.instant();
    storage.database().close();

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> revoked.revoke("mark", now, now));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> revoked.revokedUntil(List.of("mark")));
  }

  @Test
  void whatNobodyNeedsAnyMoreGoes() {
    Instant now = clock.instant();
    revoked().revoke("old", now, now.plusSeconds(10));
    clock.goOn(Duration.ofSeconds(11));
    assertThat(revoked().revokedUntil(List.of("old"))).isNotEmpty();

    revoked().revoke("new", now, now.plusSeconds(60));

    assertThat(revoked().revokedUntil(List.of("old"))).isEmpty();
    assertThat(revoked().revokedUntil(List.of("new"))).isNotEmpty();
  }
}
