package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.receipt.ReceiptKeys;
import dev.riderphotos.testkit.ReceiptKeysContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FileReceiptKeysTest extends ReceiptKeysContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected ReceiptKeys keys() {
    return new FileReceiptKeys(storage.folder());
  }

  @Override
  protected ReceiptKeys ofAnotherProcess() {
    return new FileReceiptKeys(storage.folder());
  }

  @Test
  void theFileIsItsOwnersAlone() throws IOException {
    assertThat(keys().orKeep(() -> "first")).isEqualTo("first");

    assertThat(Files.getPosixFilePermissions(storage.folder().receiptKeys()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
