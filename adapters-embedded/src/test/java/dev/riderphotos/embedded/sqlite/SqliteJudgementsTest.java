package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.review.Judgements;
import dev.riderphotos.testkit.JudgementsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteJudgementsTest extends JudgementsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Judgements judgements() {
    return new SqliteJudgements(storage.database());
  }
}
