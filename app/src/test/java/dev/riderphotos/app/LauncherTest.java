package dev.riderphotos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.command.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with a JDK that says how it was called instead of doing it. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "rider-photos");
  private static final long MB = 1 << 20;

  @TempDir private Path home;
  private @Nullable Path launcher;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void install() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "no Unix");
    launcher = Files.copy(LAUNCHER, home.resolve("rider-photos"));
    Path jar = home.resolve("app/target/app-1.0.0-SNAPSHOT.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);
    Path bin = Files.createDirectories(home.resolve("jdk/bin"));
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    program(bin.resolve("java"), "printf '%s\\n' \"$@\"");
    program(bin.resolve("javac"), "");
  }

  @Test
  void anEmptyDataFolderWantsThatMuch() throws IOException {
    assertThat(heap("serve", "--data", home.resolve("new").toString())).isEqualTo("384m");
  }

  @Test
  void theHeapIsTheSameHoweverManyFacesThereAre() throws IOException {
    String empty = heap("serve");
    database("data", 1L << 42); // a file of holes

    assertThat(heap("serve")).isEqualTo(empty).matches("[1-9][0-9]*m");
  }

  @ParameterizedTest
  @CsvSource({"900m, 900m", "900M, 900M", "2g, 2g", "700, 700m"})
  void itMayBeSaid(String said, String heap) throws IOException, InterruptedException {
    database("data", 3 * MB);

    assertThat(launch(Map.of("RIDER_PHOTOS_HEAP", said), "serve").out()).contains("-Xmx" + heap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lots", "0", "-1", "1.5g", "m", "12345678m", "600mm", "600 m"})
  void whatIsSaidMustBeASize(String said) throws IOException, InterruptedException {
    Ended ended = launch(Map.of("RIDER_PHOTOS_HEAP", said), "serve");

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("rider-photos: RIDER_PHOTOS_HEAP is ")
        .endsWith(said + ".\n");
  }

  @Test
  void aProcessWithoutMemoryEnds() throws IOException, InterruptedException {
    assertThat(launch(Map.of(), "serve").out()).contains("-XX:+ExitOnOutOfMemoryError");
  }

  /** Of another JVM, or made elsewhere, it would be refused without a word. */
  @Test
  void aCacheIsUsedByTheJvmThatMadeIt() throws IOException, InterruptedException {
    program(
        home.resolve("jdk/bin/java"),
        "for a; do echo \"$a\"; case $a in -XX:AOTCacheOutput=*) env >\"${a#*=}\" ;; esac; done");
    Path target = home.resolve("app/target");
    try (WatchService changes = target.getFileSystem().newWatchService()) {
      WatchKey _ = target.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
      assertThat(launch(Map.of("RIDER_PHOTOS_NO_TRAINING", "", "BACKEND", "aws"), "verify").out())
          .doesNotContain("-XX:AOTCache=");
      while (caches(target).isEmpty()) {
        WatchKey change = changes.poll(1, TimeUnit.MINUTES);
        assertThat(change).as("a cache is made").isNotNull();
        Objects.requireNonNull(change).pollEvents();
        assertThat(change.reset()).isTrue();
      }
    }
    assertThat(caches(target).getFirst())
        .as("what it is made from has nobody's settings")
        .content()
        .contains("PATH=")
        .doesNotContain("BACKEND");
    String use = "-XX:AOTCache=" + caches(target).getFirst();

    assertThat(launch(Map.of(), "verify").out()).contains(use);
    assertThat(launch(Map.of(), "--version").out()).doesNotContain("-XX:AOTCache=");
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.2\"\n");
    assertThat(launch(Map.of(), "verify").out()).doesNotContain("-XX:AOTCache=");
  }

  /** It would keep the JVM from keeping modules, and classes that are ready to run. */
  @Test
  void noModuleThatIsIncubatingIsThereFromTheStart() throws IOException, InterruptedException {
    assertThat(launch(Map.of(), "serve").out())
        .contains("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED")
        .doesNotContain("--add-modules");
  }

  private static List<Path> caches(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  private String heap(String... arguments) throws IOException {
    try {
      Ended ended = launch(Map.of(), arguments);
      assertThat(ended.code()).as(ended.err()).isZero();
      return ended
          .out()
          .lines()
          .filter(line -> line.startsWith("-Xmx"))
          .findFirst()
          .orElseThrow()
          .substring("-Xmx".length());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private Ended launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(String.valueOf(launcher)), Stream.of(arguments)).toList());
    builder.environment().remove("RIDER_PHOTOS_HEAP");
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().put("RIDER_PHOTOS_NO_TRAINING", "1");
    builder.environment().putAll(environment);
    Process process = builder.directory(home.toFile()).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private void database(String folder, long bytes) throws IOException {
    Path file = Files.createDirectories(home.resolve(folder)).resolve("rider-photos.db");
    try (RandomAccessFile database = new RandomAccessFile(file.toFile(), "rw")) {
      database.setLength(bytes);
    }
  }

  private static void program(Path file, String does) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
