package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Riders are erased from the shell, and their receipts are checked by anybody. */
class EraseCommandTest {
  @RegisterExtension private final Console console = new Console();

  @TempDir private Path folder;

  private Path data;
  private Path receipt;
  private Path keys;

  @BeforeEach
  void erase() throws IOException {
    data = folder.resolve("data");
    receipt = folder.resolve("receipt.jws");
    keys = folder.resolve("keys.json");
    Path photo = Files.write(folder.resolve("ada.jpg"), Photos.of(Person.ADA).bytes());
    assertThat(run("verify", "--data", data, "--rider", "ada", photo)).isEqualTo(ExitCode.DONE);
    assertThat(run("erase", "--data", data, "--rider", "ada", "--receipt", receipt))
        .isEqualTo(ExitCode.DONE);
    assertThat(console.out())
        .contains("ERASED  ada", "1 faces, 2 photos and thumbnails, 1 executions", "not looked at")
        .contains(Files.readString(receipt));
    assertThat(run("receipts", "key", "--data", data)).isEqualTo(ExitCode.DONE);
    List<String> lines = console.out().lines().toList();
    Files.writeString(keys, lines.getLast());
  }

  @Test
  void aReceiptIsCheckedWithoutADataFolder() throws IOException {
    Path nowhere = folder.resolve("nowhere");

    assertThat(run("receipt", "verify", receipt, "--key", keys, "--data", nowhere))
        .isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("GENUINE  by key", "\"sub\":\"ada\"");
    assertThat(run("receipt", "verify", receipt, "--key", keys, "--json")).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("{\"genuine\":true,\"key\":");
    assertThat(nowhere).doesNotExist();

    assertThat(run("receipt", "verify", receipt, "--data", nowhere)).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("give --key FILE");
  }

  @Test
  void withOneByteChangedItIsNotGenuine() throws IOException {
    byte[] changed = Files.readAllBytes(receipt);
    changed[changed.length / 2] ^= 1;
    Path other = Files.write(folder.resolve("changed.jws"), changed);

    assertThat(run("receipt", "verify", other, "--data", data)).isEqualTo(ExitCode.REJECTED);
    assertThat(console.out()).contains("NOT GENUINE");
  }

  @Test
  void aReceiptOfBeforeStaysGoodWhenTheKeyIsChanged() {
    assertThat(run("receipts", "rotate", "--data", data)).isEqualTo(ExitCode.DONE);

    assertThat(run("receipt", "verify", receipt, "--data", data)).isEqualTo(ExitCode.DONE);
  }

  private int run(Object... arguments) {
    return RiderPhotos.execute(
        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }
}
