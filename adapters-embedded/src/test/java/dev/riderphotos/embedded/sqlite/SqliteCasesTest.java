package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.review.Cases;
import dev.riderphotos.testkit.CasesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteCasesTest extends CasesContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Cases cases() {
    return new SqliteCases(storage.database());
  }
}
