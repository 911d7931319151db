package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.testkit.ApiKeysContract;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteApiKeysTest extends ApiKeysContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected ApiKeys keys() {
    return new SqliteApiKeys(storage.database());
  }

  @Test
  void remembersKeysOverARestart() throws IOException {
    ApiKey key = new CreateApiKey(keys(), Instant::now).create("gate", Set.of(Scope.INDEX)).key();
    keys().used(key.id(), key.createdAt());

    storage.reopen();

    assertThat(keys().list()).extracting(ApiKey::id).containsExactly(key.id());
    assertThat(keys().find(key.id()).map(ApiKey::lastUsedAt)).contains(key.createdAt());
  }

  @Test
  void withoutTheDatabaseEveryCallIsAFault() {
    ApiKeys keys = keys();
    KeyId id = new KeyId("0123456789ab");
    storage.database().close();

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            keys::list,
            () -> keys.find(id),
            () -> keys.used(id, Instant.EPOCH),
            () -> keys.revoke(id))) {
      assertThatExceptionOfType(BackendException.class).isThrownBy(call);
    }
  }
}
