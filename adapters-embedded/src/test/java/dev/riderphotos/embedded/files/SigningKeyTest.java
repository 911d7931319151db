package dev.riderphotos.embedded.files;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.testkit.SignaturesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SigningKeyTest extends SignaturesContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Signatures signatures() {
    return SigningKey.open(storage.folder());
  }
}
