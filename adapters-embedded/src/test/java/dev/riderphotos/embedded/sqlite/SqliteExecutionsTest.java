package dev.riderphotos.embedded.sqlite;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.execution.Executions;
import dev.riderphotos.testkit.ExecutionsContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteExecutionsTest extends ExecutionsContract {
  @RegisterExtension private final Storage storage = new Storage();
  private @Nullable Executions executions;

  @BeforeEach
  void open() {
    executions = ofTheNextProcess();
  }

  @Override
  protected Executions executions() {
    return requireNonNull(executions);
  }

  @Override
  protected Executions ofTheNextProcess() {
    return new SqliteExecutions(storage.database());
  }
}
