package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.engine.testkit.OnnxModel;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code models}, with a data folder of its own, and beside a server. */
class ModelsCommandTest {
  private static final String PACK = TestPack.NAME + "@" + TestPack.VERSION;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @Test
  void theBuiltInModelsAreListed() throws IOException {
    assertThat(models("list")).isEqualTo(ExitCode.DONE);
    assertThat(console.out().lines()).hasSize(2);
    assertThat(console.out())
        .contains("faceapi-1 ")
        .containsPattern("faceapi-2 +128 numbers  for new collections");
    assertThat(console.err()).isEmpty();
    assertThat(data().resolve("models")).doesNotExist();
  }

  @Test
  void aPackIsAddedShownAndRemoved() throws IOException {
    Path pack = TestPack.good().write(home);
    assertThat(models("add", pack.toString())).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(console.out().strip()).isEqualTo("ADDED  " + TestPack.MODEL);
    assertThat(console.err()).contains("set faces.model (FACES_MODEL) to " + TestPack.MODEL);

    console.forgetOut();
    assertThat(models("add", zip(pack).toString())).isEqualTo(ExitCode.DONE);
    assertThat(console.out().strip()).isEqualTo("THERE ALREADY  " + TestPack.MODEL);

    console.forgetOut();
    assertThat(models("show", TestPack.NAME)).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains(PACK, "our own tests", "Do with it as you like.", "weight");

    console.forgetOut();
    assertThat(models("show", PACK, "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json()).containsEntry("id", TestPack.NAME).containsKey("networks");

    console.forgetOut();
    assertThat(models("list", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(console.out().lines()).hasSize(1);
    assertThat(json().get("models"))
        .isEqualTo(
            List.of(
                line("faceapi-1", 128, false),
                line("faceapi-2", 128, true),
                line(TestPack.MODEL, 160, false)));

    console.forgetOut();
    assertThat(models("remove", TestPack.NAME)).isEqualTo(ExitCode.DONE);
    assertThat(console.out().strip()).isEqualTo("REMOVED  " + PACK);
    assertThat(models("remove", PACK)).isEqualTo(ExitCode.REJECTED);
    assertThat(models("show", TestPack.NAME)).isEqualTo(ExitCode.REJECTED);
    assertThat(console.err()).contains("There is no pack projection");
  }

  @Test
  void whatIsInUseIsNotRemoved() throws IOException {
    add(TestPack.good());
    assertThat(with("faces.model", TestPack.MODEL, () -> models("remove", PACK)))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("faces.model names it");

    CollectionId packed = new CollectionId("packed");
    Map<String, Object> settings = Map.of("faces.model", TestPack.MODEL);
    try (Application application = Application.open(data(), settings)) {
      assertThat(application.get(FaceCollections.class).create(packed)).isPresent();
    }
    assertThat(models("remove", PACK)).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("the faces of packed were described with it");
    assertThat(models("list")).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("collections: packed");

    try (Application application = Application.open(data(), Map.of())) {
      assertThat(application.get(FaceCollections.class).delete(packed)).isPresent();
    }
    assertThat(models("remove", PACK)).as(console.err()).isEqualTo(ExitCode.DONE);
  }

  /** Else nobody could add the one that is missing. */
  @Test
  void thePackThatTheSettingsNameCanBeAdded() {
    String pack = TestPack.good().write(home).toString();
    assertThat(with("faces.model", TestPack.MODEL, () -> models("add", pack)))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
    assertThat(with("faces.model", TestPack.MODEL, () -> models("list"))).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).containsPattern("projection@1.0 +160 numbers  for new collections");
  }

  @Test
  void ofTwoVersionsOneIsMeant() {
    add(TestPack.good());
    add(TestPack.good().seeded(2).version("2.0"));

    assertThat(models("show", TestPack.NAME)).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("Say which: projection@1.0, projection@2.0");
    assertThat(models("show", "projection@2.0")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void oneThatWasDamagedHidesNoOther() throws IOException {
    add(TestPack.good());
    Path damaged = Files.createDirectory(data().resolve("models").resolve("x@1"));
    Files.writeString(damaged.resolve("pack.json"), "{");

    assertThat(models("list")).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains(TestPack.MODEL);
    assertThat(console.err()).contains("x@1 is damaged, and not used. pack.json is not right");
    assertThat(models("show", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(models("remove", "x")).isEqualTo(ExitCode.DONE);
    assertThat(damaged).doesNotExist();
  }

  @Test
  void whatIsNoPackIsRefusedAndLeavesNothing() throws IOException {
    Path text = Files.writeString(home.resolve("a text.zip"), "This is no pack.");
    assertRefused(text, "is no ZIP file, or damaged");
    Path slip = home.resolve("slip.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(slip))) {
      zip.putNextEntry(new ZipEntry("../../evil.onnx"));
    }
    assertRefused(slip, "not at '../../evil.onnx'");
    assertRefused(Files.createDirectory(home.resolve("schöne Gesichter ☺")), "no pack.json in it");
    byte[] nan =
        new OnnxModel()
            .input("in", 1, 3, 16, 16)
            .node("Flatten", List.of("in"), "flat")
            .floats("w", new long[] {768, TestPack.OUTPUT}, new float[768 * TestPack.OUTPUT])
            .node("MatMul", List.of("flat", "w"), "zero")
            .node("Div", List.of("zero", "zero"), "out")
            .output("out", 1, TestPack.OUTPUT)
            .toBytes();
    assertRefused(TestPack.good().network(nan).write(home), "not finite");
    assertRefused(home.resolve("nowhere"), "There is no folder or file");
    assertThat(home.resolve("evil.onnx")).doesNotExist();
  }

  @Test
  void nothingIsFetchedUnasked() {
    assertThat(models("add", "faceplugin")).isEqualTo(ExitCode.USAGE);
    assertPlain();
    assertThat(console.err())
        .contains("Source: ", "Origin: ", "Licence:", "--accept-licence")
        .doesNotContain("Fetching");
    assertThat(data().resolve("models")).doesNotExist();
  }

  @Test
  void linksInTheDataFolderAreNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    Files.createDirectory(data());
    Files.createSymbolicLink(data().resolve("models"), elsewhere);

    assertThat(models("add", TestPack.good().write(home).toString()))
        .isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(console.err()).contains("is a link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void whereFacesAreInRekognitionThereAreNoPacks() {
    for (String command : List.of("list", "add faceplugin", "show x", "remove x@1")) {
      assertThat(with("adapters.faces", "rekognition", () -> models(command.split(" "))))
          .isEqualTo(ExitCode.USAGE);
    }
    assertPlain();
    assertThat(console.err().lines()).hasSize(4).allMatch(line -> line.contains("Rekognition"));
    assertThat(data()).doesNotExist();
  }

  @Test
  void aServerThatRunsKnowsItAtOnce() throws IOException {
    String pack = TestPack.good().write(home).toString();
    assertThat(RiderPhotos.execute("models", "add", pack, "--data", SERVER.data().toString()))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);

    ModelPacks packs = SERVER.application().get(ModelPacks.class);
    assertThat(packs.list()).singleElement().matches(one -> one.id().toString().equals(PACK));
    assertThat(SERVER.client().health().status()).isEqualTo(200);
  }

  @Test
  void aBackupSaysThatPacksAreNotInIt() throws IOException {
    add(TestPack.good());
    Path photo = Files.write(home.resolve("ada.jpg"), Photos.of(Person.ADA).bytes());
    assertThat(
            RiderPhotos.execute(
                "verify", "--rider", "ada", photo.toString(), "--data", data().toString()))
        .isEqualTo(ExitCode.DONE);
    String file = home.resolve("backup.zip").toString();
    Path restored = home.resolve("restored");

    assertThat(RiderPhotos.execute("backup", file, "--data", data().toString()))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
    assertThat(console.err()).contains("Model packs are not in it.", PACK);
    assertThat(RiderPhotos.execute("restore", file, "--data", restored.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(restored.resolve("models")).doesNotExist();

    Path onlyPacks = home.resolve("only-packs");
    assertThat(onlyPacks.resolve("models").toFile().mkdirs()).isTrue();
    assertThat(RiderPhotos.execute("restore", file, "--data", onlyPacks.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("is not empty");
  }

  private static Map<String, Object> line(String version, int length, boolean usual) {
    return Map.of(
        "version", version, "length", length, "forNewCollections", usual, "collections", List.of());
  }

  private void add(TestPack pack) {
    assertThat(models("add", pack.write(home).toString()))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
    console.forgetOut();
  }

  private void assertRefused(Path pack, String why) {
    assertThat(models("add", pack.toString())).isEqualTo(ExitCode.USAGE);
    assertPlain();
    assertThat(console.err().lines().toList().getLast()).contains(why);
    Path models = data().resolve("models");
    assertThat(models.toFile().list((_, name) -> !name.equals(".lock"))).isNullOrEmpty();
  }

  private int models(String... arguments) {
    String[] line = new String[arguments.length + 3];
    line[0] = "models";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[arguments.length + 1] = "--data";
    line[arguments.length + 2] = data().toString();
    return RiderPhotos.execute(line);
  }

  private static int with(String setting, String value, Supplier<Integer> command) {
    String before = System.setProperty(setting, value);
    assertThat(before).isNull();
    try {
      return command.get();
    } finally {
      System.clearProperty(setting);
    }
  }

  private static Path zip(Path folder) throws IOException {
    Path file = folder.resolveSibling("pack.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        var files = Files.list(folder)) {
      for (Path path : files.toList()) {
        zip.putNextEntry(new ZipEntry(path.getFileName().toString()));
        copy(path, zip);
      }
    }
    return file;
  }

  private static void copy(Path path, OutputStream out) throws IOException {
    long copied = Files.copy(path, out);
    assertThat(copied).isPositive();
  }

  private Path data() {
    return home.resolve("data");
  }

  private void assertPlain() {
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isNotBlank()
        .doesNotContain("Exception", "\tat ", "dev.riderphotos", "io.micronaut", "java.");
  }

  private Map<String, Object> json() throws IOException {
    return ObjectMapper.getDefault()
        .readValue(console.out(), Argument.mapOf(String.class, Object.class));
  }
}
