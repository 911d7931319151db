package dev.riderphotos.engine.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.engine.internal.onnx.OnnxFile.NotTakenException;
import dev.riderphotos.engine.testkit.OnnxModel;
import dev.riderphotos.engine.testkit.Proto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is looked for in strangers' ONNX files, and what becomes of their smallest weights. */
class OnnxFileTest {
  private static final long[] FOUR = {4};

  @Test
  void clearsWhatIsTooSmallForProcessorsAndNothingElse() throws IOException {
    byte[] model = good().floats("weights", FOUR, 1e-14f, -1e-16f, 1e-40f, -0.5f).toBytes();
    byte[] cleared = good().floats("weights", FOUR, 1e-14f, 0, 0, -0.5f).toBytes();
    OnnxFile.prepare("a.onnx", ByteBuffer.wrap(model));
    assertThat(model).isEqualTo(cleared);
  }

  @Test
  void clearsWhereverWeightsMayStand() throws IOException {
    Proto typeLast =
        new Proto().number(1, 2).bytes(9, OnnxModel.raw(1e-30f, 1)).number(2, 1).text(8, "w");
    Proto packed = OnnxModel.tensor("v", 1, 2).bytes(4, OnnxModel.raw(2, 1e-30f));
    Proto constant =
        OnnxModel.operation("Constant", List.of(), "c")
            .message(
                5,
                new Proto()
                    .text(1, "value")
                    .message(5, OnnxModel.tensor("t", 1, 1).bytes(9, OnnxModel.raw(1e-30f))));
    byte[] model = good().initializer(typeLast).initializer(packed).node(constant).toBytes();
    int before = count(model, OnnxModel.raw(1e-30f));
    OnnxFile.prepare("a.onnx", ByteBuffer.wrap(model));
    assertThat(before).isEqualTo(3);
    assertThat(count(model, OnnxModel.raw(1e-30f))).isZero();
    assertThat(count(model, OnnxModel.raw(2))).isEqualTo(1);
  }

  @Test
  void leavesNumbersThatAreNoFloatsAlone() throws IOException {
    byte[] model = good().integers("shape", 1, 2, 3).toBytes();
    byte[] before = model.clone();
    OnnxFile.prepare("a.onnx", ByteBuffer.wrap(model));
    assertThat(model).isEqualTo(before);
  }

  static Stream<Arguments> strange() {
    Proto loop = OnnxModel.operation("Loop", List.of("in"), "out");
    Proto foreign = OnnxModel.operation("Gelu", List.of("in"), "out").text(7, "com.microsoft");
    Proto nested =
        OnnxModel.operation("Relu", List.of("in"), "out")
            .message(5, new Proto().text(1, "body").message(6, new Proto()));
    return Stream.of(
        Arguments.of(good().node(loop).toBytes(), "uses the operator Loop"),
        Arguments.of(good().node("Scan", List.of("in"), "out").toBytes(), "operator Scan"),
        Arguments.of(good().node("If", List.of("in"), "out").toBytes(), "operator If"),
        Arguments.of(good().node(foreign).toBytes(), "not ONNX's own, of 'com.microsoft'"),
        Arguments.of(good().node(nested).toBytes(), "has graphs inside operators"),
        Arguments.of(
            good().with(8, new Proto().text(1, "ai.other").number(2, 1)).toBytes(), "'ai.other'"),
        Arguments.of(good().with(25, new Proto()).toBytes(), "has functions"),
        Arguments.of(
            good().initializer(OnnxModel.tensor("w", 1, 4).number(14, 1)).toBytes(),
            "weights in another file"),
        Arguments.of(
            good().initializer(OnnxModel.tensor("w", 1, 4).message(13, new Proto())).toBytes(),
            "weights in another file"),
        Arguments.of(
            good().initializer(OnnxModel.tensor("w", 1, 1).real(4, 1)).toBytes(), "not packed"),
        Arguments.of("No network, but a letter to you.".getBytes(), "is no ONNX file"),
        Arguments.of(new byte[0], "is no ONNX file"),
        Arguments.of(new OnnxModel().toBytes(), "has no operators"),
        Arguments.of(
            Arrays.copyOf(good().toBytes(), good().toBytes().length - 3), "is no ONNX file"));
  }

  @ParameterizedTest
  @MethodSource
  void strange(byte[] model, String why) {
    assertThatExceptionOfType(NotTakenException.class)
        .isThrownBy(() -> OnnxFile.prepare("a.onnx", ByteBuffer.wrap(model)))
        .withMessageStartingWith("a.onnx ")
        .withMessageContaining(why);
  }

  /** Whatever is wrong with a file, it is refused or taken: nothing else happens. */
  @Test
  void staysCalmWhateverByteIsWrong() {
    Random random = new Random(5);
    byte[] good = good().floats("weights", FOUR, 1, 2, 3, 4).toBytes();
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = good.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        OnnxFile.prepare("a.onnx", ByteBuffer.wrap(damaged));
      } catch (IOException refused) {
        assertThat(refused).isInstanceOf(NotTakenException.class);
      }
    }
  }

  private static OnnxModel good() {
    return new OnnxModel().input("in", 4).node("Relu", List.of("in"), "out").output("out", 4);
  }

  private static int count(byte[] bytes, byte[] wanted) {
    int count = 0;
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        count++;
      }
    }
    return count;
  }
}
