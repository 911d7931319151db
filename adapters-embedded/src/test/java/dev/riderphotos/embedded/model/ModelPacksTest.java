package dev.riderphotos.embedded.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.model.ModelPacks.Added;
import dev.riderphotos.embedded.model.ModelPacks.Damaged;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.engine.model.PackRefusedException;
import dev.riderphotos.engine.testkit.OnnxModel;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.testkit.Concurrently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPacksTest {
  private static final PackId ID = new PackId(TestPack.NAME, TestPack.VERSION);

  @TempDir private Path home;

  @Test
  void worksWhenThereIsNone() throws IOException {
    assertThat(packs().list()).isEmpty();
    assertThat(packs().damaged()).isEmpty();
    assertThat(packs().find(ID)).isEmpty();
    assertThat(packs().remove(ID)).isFalse();
    assertThat(packs().model(ModelVersion.FACEAPI_2).length()).isEqualTo(128);
    assertThat(home).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void addsAFolderOrAZipFile(boolean zipped) throws IOException {
    Path folder = source();
    Files.writeString(folder.resolve("README"), "Beside the pack.");
    Added added = packs().add(zipped ? Zip.of(folder, home.resolve("pack.zip")) : folder);

    assertThat(added.already()).isFalse();
    assertThat(added.pack().version().id()).isEqualTo(TestPack.MODEL);
    assertThat(packs().list()).containsExactly(added.pack());
    assertThat(packs().find(ID)).contains(added.pack());
    assertThat(packs().model(ModelVersion.of(TestPack.MODEL)).length()).isEqualTo(160);
    assertThat(names(added.pack().folder()))
        .containsExactly("eye.onnx", "live.onnx", "pack.json", "projection.onnx");
    assertNothingBegun();

    assertThat(packs().remove(ID)).isTrue();
    assertThat(packs().list()).isEmpty();
    assertThat(added.pack().folder()).doesNotExist();
    assertNothingBegun();
  }

  @Test
  void addingTheSameAgainIsHarmless() throws IOException {
    Added first = packs().add(source());
    Added again = packs().add(Zip.of(source(), home.resolve("pack.zip")));

    assertThat(again).isEqualTo(new Added(first.pack(), true));
    assertThat(packs().list()).hasSize(1);
    assertNothingBegun();
  }

  @Test
  void anotherOfTheSameNameIsRefusedAndAnotherVersionIsNot() throws IOException {
    Added first = packs().add(source());

    assertRefused(
        TestPack.good().seeded(2).write(home), "Another pack is called projection@1.0 already");
    assertThat(packs().list()).containsExactly(first.pack());

    Added second = packs().add(TestPack.good().seeded(2).version("2.0").write(home));
    assertThat(packs().list()).containsExactly(first.pack(), second.pack());
  }

  @Test
  void ofManyWhoAddThePackOneDoes() {
    Path source = source();
    List<Added> added =
        Concurrently.call(
            4,
            _ -> {
              try {
                return packs().add(source);
              } catch (IOException fault) {
                throw new UncheckedIOException(fault);
              }
            });

    assertThat(added).filteredOn(one -> !one.already()).hasSize(1);
    assertThat(added).extracting(Added::pack).containsOnly(added.getFirst().pack());
    assertNothingBegun();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isItsOwnersAlone() throws IOException {
    Path source = source();
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
    Path folder = packs().add(source).pack().folder();

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(names(folder))
        .hasSize(4)
        .allSatisfy(name -> assertThat(permissions(folder.resolve(name))).isEqualTo("rw-------"));
  }

  /** As after {@code kill -9}. */
  @Test
  void whatWasHalfAddedIsNotThereAndGoesWithTheNext() throws IOException {
    Path begun = Files.createDirectories(models().resolve(".adding-123"));
    Files.writeString(begun.resolve("pack.json"), "{");
    assertThat(packs().list()).isEmpty();
    assertThat(packs().damaged()).isEmpty();

    assertThat(packs().add(source()).already()).isFalse();
    assertThat(begun).doesNotExist();
  }

  @Test
  void oneThatWasDamagedHidesNoOther() throws IOException {
    ModelPack good = packs().add(source()).pack();
    ModelPack other = packs().add(TestPack.good().version("2.0").write(home)).pack();
    Files.writeString(other.folder().resolve("pack.json"), "{}");
    Files.createDirectory(models().resolve("schöne Gesichter"));
    Files.createDirectory(models().resolve("x@1"));
    Files.copy(good.folder().resolve("pack.json"), models().resolve("x@1").resolve("pack.json"));

    assertThat(packs().list()).containsExactly(good);
    assertThat(packs().damaged())
        .extracting(Damaged::name)
        .containsExactly("projection@2.0", "schöne Gesichter", "x@1");
    assertThat(packs().damaged().getLast().why()).contains("is that of projection@1.0");
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> packs().model(other.version()))
        .withMessageContaining("its pack is damaged")
        .withMessageContaining("models remove projection@2.0");
    assertThat(packs().remove(other.id())).isTrue();
    assertThat(packs().add(TestPack.good().version("2.0").write(home)).already()).isFalse();
  }

  @Test
  void linksAmongThePacksAreNotFollowed() throws IOException {
    Path elsewhere = source();
    Files.createDirectories(models());
    Files.createSymbolicLink(models().resolve(ID.toString()), elsewhere);

    assertThat(packs().list()).isEmpty();
    assertThat(packs().damaged()).singleElement().matches(one -> one.why().contains("links"));
    assertThat(packs().remove(ID)).isTrue();
    assertThat(names(elsewhere)).hasSize(4);
  }

  @Test
  void sayWhichPackIsMissing() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> packs().model(ModelVersion.of(TestPack.MODEL)))
        .withMessageContaining("faceapi-2+projection@1.0")
        .withMessageContaining("models add PACK, its folder or ZIP file")
        .matches(fault -> !fault.retryable());
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(
            () ->
                packs()
                    .model(
                        new ModelVersion(
                            ModelVersion.FACEAPI_2.base(),
                            PackRecipe.FACEPLUGIN.manifest().packId())))
        .withMessageContaining("models add faceplugin");
  }

  /** What leads out of the folder, and what is no ZIP file, or a strange one. */
  static Stream<Arguments> refusedZips() {
    byte[] few = {1, 2, 3};
    return Stream.of(
        Arguments.of("slip", new Zip().file("../x.onnx", few), "not at '../x.onnx'"),
        Arguments.of("absolute", new Zip().file("/tmp/x.onnx", few), "not at '/tmp/x.onnx'"),
        Arguments.of("backslash", new Zip().file("..\\x.onnx", few), "not at '..\\x.onnx'"),
        Arguments.of("drive", new Zip().file("C:\\x.onnx", few), "not at"),
        Arguments.of("within", new Zip().file("pack/pack.json", few), "at the top of its ZIP file"),
        Arguments.of("empty", new Zip(), "There is no pack.json in it"),
        Arguments.of("bomb", new Zip().zeros("x.onnx", 210 << 20), "larger than 200 MB"),
        Arguments.of(
            "bomb in parts",
            new Zip().zeros("x.onnx", 90 << 20).zeros("y.onnx", 90 << 20).zeros("z.onnx", 90 << 20),
            "larger than 200 MB"),
        Arguments.of("crowd", new Zip().many(5000), "more than 100 files"),
        Arguments.of("crowd of ZIP64", new Zip().many(70_000), "more than 100 files"),
        Arguments.of(
            "twice",
            new Zip().file("a.onnx", few).file("b.onnx", few).renamed("b.onnx", "a.onnx"),
            "two files a.onnx"),
        Arguments.of("text", new Zip().text("This is no pack."), "no ZIP file, or damaged"),
        Arguments.of("nothing", new Zip().text(""), "no ZIP file, or damaged"),
        Arguments.of("cut short", new Zip().zeros("x.onnx", 100_000).cut(50), "damaged"),
        Arguments.of("bytes changed", new Zip().zeros("x.onnx", 5 << 20).changed(60), "damaged"),
        Arguments.of("no JSON", new Zip().file("pack.json", few), "pack.json is not right"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusedZips(String name, Zip zip, String why) throws IOException {
    assertRefused(zip.write(home.resolve(name + ".zip")), why);
  }

  static Stream<Arguments> refusedManifests() {
    return Stream.of(
        Arguments.of("\"format\" : 1", "\"format\" : 2", "only format 1 is known"),
        Arguments.of("\"format\" : 1", "\"format\" : 1, \"colour\" : 1", "not known: colour"),
        Arguments.of("\"projection\"", "\"../etc\"", "A pack's id has"),
        Arguments.of("\"1.0\"", "\"../..\"", "A pack's version has"),
        Arguments.of("\"projection.onnx\"", "\"../projection.onnx\"", "no name of an ONNX file"),
        Arguments.of("\"projection.onnx\"", "\"/etc/passwd\"", "no name of an ONNX file"),
        Arguments.of("\"projection.onnx\"", "\"pröjection.onnx\"", "no name of an ONNX file"),
        Arguments.of("\"projection.onnx\"", "\"a\\u0000.onnx\"", "no name of an ONNX file"),
        Arguments.of("\"projection.onnx\"", "\"other.onnx\"", "there is no such file"),
        Arguments.of("\"projection.onnx\"", "\"live.onnx\"", "two of its networks have one file"),
        Arguments.of("\"sha256\" : \"", "\"sha256\" : \"0", "64 small hexadecimal digits"),
        Arguments.of("\"output\" : 32", "\"output\" : 2000", "1 to 1,920"),
        Arguments.of("\"output\" : 32", "\"output\" : \"32\"", "pack.json is not right"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void refusedManifests(String right, String wrong, String why) throws IOException {
    Path folder = source();
    Path manifest = folder.resolve("pack.json");
    String json = Files.readString(manifest);
    assertThat(json).contains(right);
    Files.writeString(manifest, json.replace(right, wrong));

    assertRefused(folder, why);
    assertRefused(Zip.of(folder, home.resolve("pack.zip")), why);
  }

  @Test
  void refusesWhatIsNotThereAndWhatIsNoPack() throws IOException {
    assertRefused(home.resolve("nowhere"), "There is no folder or file");
    assertRefused(home.resolve("schöne\nGesichter.zip"), "There is no folder or file");
    assertRefused(Files.createDirectory(home.resolve("empty")), "There is no pack.json in it");
  }

  @Test
  void refusesLinksInAFolder() throws IOException {
    Path folder = source();
    Path network = folder.resolve(TestPack.NETWORK);
    Path elsewhere = Files.move(network, home.resolve("elsewhere.onnx"));
    Files.createSymbolicLink(network, elsewhere);
    assertRefused(folder, "names projection.onnx, and there is no such file");

    Path manifest = folder.resolve("pack.json");
    Files.delete(network);
    Files.move(elsewhere, network);
    Files.createSymbolicLink(manifest, Files.move(manifest, home.resolve("pack.json")));
    assertRefused(folder, "There is no pack.json in it");
  }

  @Test
  void refusesWhatCannotBeRun() throws IOException {
    byte[] wrong = TestPack.projection(1);
    wrong[wrong.length / 2]++;
    Path changed = source();
    Files.write(changed.resolve(TestPack.NETWORK), wrong);
    assertRefused(changed, "its SHA-256 is another");
    assertRefused(
        TestPack.good().network("no network".getBytes(UTF_8)).write(home), "projection.onnx");
    byte[] cyclic =
        new OnnxModel()
            .input("in", 1, 3, 16, 16)
            .node("Add", List.of("in", "b"), "a")
            .node("Add", List.of("in", "a"), "b")
            .node("Flatten", List.of("b"), "out")
            .output("out", 1, 32)
            .toBytes();
    assertRefused(TestPack.good().network(cyclic).write(home), "Its networks cannot be run");
  }

  /** A full disk or a folder that nobody may write to: here a file where the folder belongs. */
  @Test
  void aFaultOfTheDiskIsOneOfTheBackend() throws IOException {
    Files.writeString(models(), "in the way");
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> packs().add(source()))
        .withMessageStartingWith("Could not add the pack: ");
  }

  /** Networks lie outside of the heap while they are copied, looked at and tried. */
  @Test
  void addingALargePackTakesLittleHeap() throws IOException {
    byte[] large =
        new OnnxModel()
            .input("picture", 1, 3, 16, 16)
            .node("Flatten", List.of("picture"), "flat")
            .floats("directions", new long[] {768, 12_000}, new float[768 * 12_000])
            .node("MatMul", List.of("flat", "directions"), "many")
            .floats("fewer", new long[] {12_000, 32}, new float[12_000 * 32])
            .node("MatMul", List.of("many", "fewer"), "zeros")
            .floats("numbers", new long[] {1, 32}, ones(32))
            .node("Add", List.of("zeros", "numbers"), "out")
            .output("out", 1, 32)
            .toBytes();
    Path folder = TestPack.good().network(large).write(home);
    long before = allocated();
    assertThat(packs().add(folder).already()).isFalse();
    assertThat(allocated() - before).isLessThan(large.length / 4L);
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Nothing is left of it, and nothing is written elsewhere. */
  private void assertRefused(Path source, String why) throws IOException {
    List<Path> before = everything();
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> packs().add(source))
        .withMessageContaining(why);
    assertThat(everything()).isEqualTo(before);
    assertNothingBegun();
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> paths = Files.walk(home)) {
      return paths
          .filter(path -> !path.equals(models()) && !path.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  private void assertNothingBegun() {
    assertThat(names(models())).noneMatch(name -> name.startsWith(".adding"));
  }

  private Path source() {
    return TestPack.good().write(home);
  }

  private Path models() {
    return home.resolve("models");
  }

  private ModelPacks packs() {
    return new ModelPacks(models());
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }
}
