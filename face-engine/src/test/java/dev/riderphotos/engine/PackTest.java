package dev.riderphotos.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackRefusedException;
import dev.riderphotos.engine.testkit.OnnxModel;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pack does to descriptors, and which packs are refused before they do anything. */
class PackTest {
  private static final int PIXELS = 3 * 16 * 16;
  private static final int GIGABYTE = 1 << 30;

  @TempDir private Path folder;

  @Test
  void appendsToTheNumbersOfItsBaseModel() throws IOException {
    FaceModel model = ModelPack.read(TestPack.good().write(folder)).model();
    try (FaceEngines engines = new FaceEngines()) {
      for (Person person : List.of(Person.ADA, Person.BORIS)) {
        RgbImage image = Pictures.of(Portrait.of(person).size(400, 400).draw());
        float[] base = numbers(engines.of(FaceModel.of(BaseModel.FACEAPI_2)), image);
        float[] all = numbers(engines.of(model), image);
        assertThat(all).hasSize(model.length()).startsWith(base);
        float[] appended = Arrays.copyOfRange(all, BaseModel.LENGTH, all.length);
        assertThat(length(appended)).isCloseTo(TestPack.WEIGHT, within(1e-6));
      }
    }
  }

  @Test
  void tellsWhatItsSignalsSay() throws IOException {
    FaceModel model = ModelPack.read(TestPack.good().write(folder)).model();
    RgbImage image = Pictures.of(Portrait.of(Person.ADA).size(400, 400).draw());
    try (FaceEngines engines = new FaceEngines()) {
      Signals signals = engines.of(model).analyse(image).getFirst().signals();
      Signals.Signal live = Objects.requireNonNull(signals).photoOfPhoto();
      Signals.Signal open = signals.eyesClosed();
      assertThat(Objects.requireNonNull(live).raised()).isFalse();
      assertThat(live.score()).isCloseTo(0.8808f, within(1e-4f)); // softmax of 1 and -1
      assertThat(Objects.requireNonNull(open).raised()).isTrue(); // not above 0.9
      assertThat(engines.of(FaceModel.of(BaseModel.FACEAPI_2)).analyse(image).getFirst().signals())
          .isNull();
    }
  }

  @Test
  void isTriedInAProcessOfItsOwn() throws IOException {
    ModelPack pack = ModelPack.read(TestPack.good().write(folder));
    pack.check();
    assertThatCode(() -> PackTrial.of(pack)).doesNotThrowAnyException();
  }

  /** Networks that look right until they are run. */
  static Stream<Arguments> untrustworthy() {
    long[] input = {1, 3, 16, 16};
    List<String> in = List.of("in");
    return Stream.of(
        Arguments.of(
            new OnnxModel()
                .input("in", input)
                .node("Flatten", in, "flat")
                .floats("w", new long[] {PIXELS, TestPack.OUTPUT}, new float[PIXELS * 32])
                .node("MatMul", List.of("flat", "w"), "zero")
                .node("Div", List.of("zero", "zero"), "out")
                .output("out", 1, TestPack.OUTPUT),
            "not finite"),
        Arguments.of(
            new OnnxModel().input("in", input).node("Flatten", in, "out").output("out", 1, PIXELS),
            "gives 768 numbers, not 32"),
        Arguments.of(
            new OnnxModel()
                .input("in", 1, 3, 24, 24)
                .node("Flatten", in, "out")
                .output("out", 1, 1728),
            "takes [1, 3, 24, 24], not [1, 3, 16, 16]"),
        Arguments.of(
            new OnnxModel()
                .input("in", input)
                .input("more", 1)
                .node("Flatten", in, "out")
                .output("out", 1, PIXELS),
            "one input of floats"),
        Arguments.of(
            new OnnxModel()
                .input("in", input)
                .node("Add", List.of("in", "b"), "a")
                .node("Add", List.of("in", "a"), "b")
                .node("Flatten", List.of("b"), "out")
                .output("out", 1, PIXELS),
            "ONNX Runtime cannot load the network"),
        Arguments.of(
            new OnnxModel().input("in", input).node("Frobnicate", in, "out").output("out", 1, 32),
            "Frobnicate"),
        Arguments.of(
            new OnnxModel()
                .opset(999)
                .input("in", input)
                .node("Flatten", in, "out")
                .output("out", 1, PIXELS),
            "999"),
        Arguments.of(
            new OnnxModel()
                .input("in", input)
                .integers("huge", 1, 3, GIGABYTE, 16)
                .node("Flatten", in, "flat")
                .node("ReduceMax", List.of("flat"), "one")
                .node("Expand", List.of("one", "huge"), "out")
                .output("out", 1, 3, GIGABYTE, 16),
            "numbers, not 32"),
        Arguments.of(
            new OnnxModel()
                .input("in", input)
                .integers("huge", 4, GIGABYTE)
                .node("Flatten", in, "flat")
                .node("ReduceMax", List.of("flat"), "one")
                .node("Expand", List.of("one", "huge"), "much")
                .node("ReduceMax", List.of("much"), "out")
                .output("out", 1, 1),
            "Its networks cannot be run"));
  }

  @ParameterizedTest
  @MethodSource
  void untrustworthy(OnnxModel network, String why) throws IOException {
    ModelPack pack = ModelPack.read(TestPack.good().network(network.toBytes()).write(folder));
    pack.check();
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> PackTrial.of(pack))
        .withMessageContaining(why);
  }

  @Test
  void refusesFilesThatAreNotThoseItNames() throws IOException {
    Path changed = TestPack.good().write(folder);
    Path network = changed.resolve(TestPack.NETWORK);
    byte[] bytes = Files.readAllBytes(network);
    bytes[bytes.length / 2]++;
    Files.write(network, bytes);
    assertRefused(changed, "projection.onnx is not the file that pack.json means");

    Files.delete(network);
    assertRefused(changed, "names projection.onnx, and there is no such file");

    Path elsewhere = Files.write(folder.resolve("elsewhere.onnx"), TestPack.projection(1));
    Files.createSymbolicLink(network, elsewhere);
    assertRefused(changed, "there is no such file");

    Files.delete(network);
    try (RandomAccessFile sparse = new RandomAccessFile(network.toFile(), "rw")) {
      sparse.setLength(2L * GIGABYTE);
    }
    assertRefused(changed, "a network has at most 100 MB");
  }

  @Test
  void refusesAFolderWithoutAPack() throws IOException {
    assertRefused(folder, "There is no pack.json in it");
    Files.write(folder.resolve("pack.json"), new byte[2 << 20]);
    assertRefused(folder, "larger than 1 MB");
    Files.writeString(folder.resolve("pack.json"), "{\"format\": 1}", UTF_8);
    assertRefused(folder, "pack.json is not right");
  }

  private static void assertRefused(Path folder, String why) {
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> ModelPack.read(folder).check())
        .withMessageContaining(why);
  }

  private static float[] numbers(FaceEngine engine, RgbImage image) {
    return engine.analyse(image).getFirst().descriptor().toFloats();
  }

  private static double length(float[] numbers) {
    double squares = 0;
    for (float number : numbers) {
      squares += number * number;
    }
    return Math.sqrt(squares);
  }
}
