package dev.riderphotos.natives;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLibraryTest {
  private static final byte[] LIBRARY = "a library".repeat(10_000).getBytes(UTF_8);
  private static final String PLACE = "native/linux/library.so";

  @TempDir private Path home;

  @BeforeEach
  void pack() throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jar()))) {
      jar.putNextEntry(new JarEntry(PLACE));
      jar.write(LIBRARY);
    }
  }

  @Test
  void itIsKeptUnderItsNameForItsOwnerAlone() throws IOException {
    assertThat(KeptLibrary.keep(packed(), folder())).contains(folder().resolve("library.so"));

    assertThat(kept()).hasBinaryContent(LIBRARY);
    assertThat(Files.getPosixFilePermissions(kept()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void oneThatIsDamagedCutOffOrAnotherIsUnpackedAgain() throws IOException {
    Optional<Path> _ = KeptLibrary.keep(packed(), folder());
    byte[] damaged = LIBRARY.clone();
    damaged[damaged.length / 2] ^= 1;

    for (byte[] wrong : List.of(damaged, new byte[0], "another".getBytes(UTF_8))) {
      Files.write(kept(), wrong);
      assertThat(KeptLibrary.keep(packed(), folder())).contains(kept());
      assertThat(kept()).hasBinaryContent(LIBRARY);
    }
  }

  @Test
  void oneThatIsWholeIsLeftAlone() throws IOException {
    Optional<Path> _ = KeptLibrary.keep(packed(), folder());
    Object file = Files.readAttributes(kept(), "unix:ino").get("ino");

    assertThat(KeptLibrary.keep(packed(), folder())).contains(kept());
    assertThat(Files.readAttributes(kept(), "unix:ino")).containsEntry("ino", file);
  }

  @Test
  void manyWhoKeepItAtOnceDoNotMeet() throws Exception {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Path>>> kept =
          IntStream.range(0, 8)
              .mapToObj(_ -> all.submit(() -> KeptLibrary.keep(packed(), folder())))
              .toList();
      for (Future<Optional<Path>> one : kept) {
        assertThat(one.get().orElseThrow()).hasBinaryContent(LIBRARY);
      }
    }
    assertNothingElseIsThere();
  }

  @Test
  void whatIsInNoJarIsNotKept() throws IOException {
    assertThat(KeptLibrary.keep(null, folder())).isEmpty();
    assertThat(KeptLibrary.keep(jar().toUri().toURL(), folder())).isEmpty();
    assertThat(folder()).doesNotExist();
  }

  @Test
  void aFolderThatIsNoneIsTold() throws IOException {
    Files.writeString(folder(), "a file");

    assertThatIOException().isThrownBy(() -> KeptLibrary.keep(packed(), folder()));
    assertThat(KeptLibrary.keepIfPossible(packed(), folder())).isEmpty();
    assertThat(folder()).hasContent("a file");
  }

  private void assertNothingElseIsThere() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files).containsExactly(kept());
    }
  }

  private URL packed() throws IOException {
    return URI.create("jar:" + jar().toUri() + "!/" + PLACE).toURL();
  }

  private Path jar() {
    return home.resolve("libraries.jar");
  }

  private Path folder() {
    return home.resolve("prepared");
  }

  private Path kept() {
    return folder().resolve("library.so");
  }
}
