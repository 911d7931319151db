package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.testkit.FaceCounterpartsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteFaceCounterpartsTest extends FaceCounterpartsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected FaceCounterparts counterparts() {
    return new SqliteFaceCounterparts(storage.database());
  }
}
