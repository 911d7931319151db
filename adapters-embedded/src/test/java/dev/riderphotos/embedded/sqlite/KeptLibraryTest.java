package dev.riderphotos.embedded.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLibraryTest {
  @TempDir private Path home;

  @Test
  void itIsKeptForItsOwnerAlone() throws IOException {
    assertThat(KeptLibrary.isKept(folder())).isTrue();

    assertThat(Files.getPosixFilePermissions(kept().getFirst()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void oneThatIsDamagedCutOffOrAnotherIsUnpackedAgain() throws IOException {
    assertThat(KeptLibrary.isKept(folder())).isTrue();
    Path library = kept().getFirst();
    byte[] bytes = Files.readAllBytes(library);
    byte[] damaged = bytes.clone();
    damaged[damaged.length / 2] ^= 1;

    for (byte[] wrong : List.of(damaged, new byte[0], "another".getBytes(UTF_8))) {
      Files.write(library, wrong);
      assertThat(KeptLibrary.isKept(folder())).isTrue();
      assertThat(library).hasBinaryContent(bytes);
    }
  }

  @Test
  void oneThatIsWholeIsLeftAlone() throws IOException {
    assertThat(KeptLibrary.isKept(folder())).isTrue();
    Object file = Files.readAttributes(kept().getFirst(), "unix:ino").get("ino");

    assertThat(KeptLibrary.isKept(folder())).isTrue();
    assertThat(Files.readAttributes(kept().getFirst(), "unix:ino")).containsEntry("ino", file);
  }

  @Test
  void manyWhoKeepItAtOnceDoNotMeet() throws Exception {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> kept =
          IntStream.range(0, 8)
              .mapToObj(_ -> all.submit(() -> KeptLibrary.isKept(folder())))
              .toList();
      for (Future<Boolean> one : kept) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(kept()).hasSize(1); // and nothing half written beside it
  }

  private Path folder() {
    return home.resolve("prepared");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.toList();
    }
  }
}
