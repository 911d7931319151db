package dev.riderphotos.embedded;

import dev.riderphotos.testkit.ExecutionsContract;
import dev.riderphotos.verification.Executions;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteExecutionsTest extends ExecutionsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Executions executions() {
    return new SqliteExecutions(storage.database());
  }
}
