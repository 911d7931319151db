package dev.riderphotos.engine.internal.network;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;

/**
 * What a network takes and gives: one tensor of floats each. A length that is only known at a run
 * is -1.
 */
record Signature(long[] input, long[] output) {
  static Signature of(OrtSession session) throws OrtException, IOException {
    return new Signature(
        shape("input", session.getInputInfo().values()),
        shape("output", session.getOutputInfo().values()));
  }

  void require(long[] wantedInput, int wantedOutput) throws IOException {
    if (!fits(wantedInput)) {
      throw new IOException(
          "The network takes %s, not %s."
              .formatted(Arrays.toString(input), Arrays.toString(wantedInput)));
    }
    long given = Arrays.stream(output).reduce(1, (a, b) -> a * b);
    if (Arrays.stream(output).allMatch(length -> length > 0) && given != wantedOutput) {
      throw new IOException(
          "The network gives %,d numbers, not %,d.".formatted(given, wantedOutput));
    }
  }

  private boolean fits(long... wanted) {
    if (input.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (input[i] >= 0 && input[i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static long[] shape(String which, Collection<NodeInfo> tensors) throws IOException {
    if (tensors.size() == 1
        && tensors.iterator().next().getInfo() instanceof TensorInfo tensor
        && tensor.type == OnnxJavaType.FLOAT) {
      return tensor.getShape();
    }
    throw new IOException("The network does not have one %s of floats.".formatted(which));
  }
}
