package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.testkit.DistinctionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDistinctionsTest extends DistinctionsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Distinctions distinctions() {
    return new SqliteDistinctions(storage.database());
  }
}
