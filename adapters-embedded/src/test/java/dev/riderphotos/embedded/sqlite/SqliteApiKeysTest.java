package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.testkit.ApiKeysContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteApiKeysTest extends ApiKeysContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected ApiKeys keys() {
    return new SqliteApiKeys(storage.database());
  }
}
