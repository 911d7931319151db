package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.testkit.ErasureWishesContract;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.verification.ErasureWishes;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteErasureWishesTest extends ErasureWishesContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected ErasureWishes wishes() {
    return new SqliteErasureWishes(storage.database());
  }

  @Test
  void remembersOverARestart() throws IOException {
    wishes().add(Riders.ada());

    storage.reopen();

    assertThat(wishes().all()).containsExactly(Riders.ada());
  }

  @Test
  void withoutTheDatabaseEveryCallIsAFault() {
    ErasureWishes wishes = wishes();
    storage.database().close();

    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> wishes.add(Riders.ada()));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> wishes.contain(Riders.ada()));
    assertThatExceptionOfType(BackendException.class).isThrownBy(wishes::all);
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> wishes.remove(Riders.ada()));
  }
}
