package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;

/**
 * A convolution's filters in ONNX's order (output, input, row, column), made from TensorFlow's
 * (row, column, input, output).
 */
final class Filters {
  private final int outputs;
  private final int inputs;
  private final int rows;
  private final int columns;
  private final float[] values;

  private Filters(int rows, int columns, int inputs, int outputs, float[] tensorFlow) {
    this.rows = rows;
    this.columns = columns;
    this.inputs = inputs;
    this.outputs = outputs;
    this.values = outputsFirst(tensorFlow, rows * columns);
  }

  static Filters full(Tensor tensor) {
    return new Filters(
        tensor.length(0), tensor.length(1), tensor.length(2), tensor.length(3), tensor.values());
  }

  /** One filter a channel: TensorFlow's (row, column, channel, 1). */
  static Filters depthwise(Tensor tensor) {
    return new Filters(tensor.length(0), tensor.length(1), 1, tensor.length(2), tensor.values());
  }

  int outputs() {
    return outputs;
  }

  /** The values themselves, not a copy. */
  float[] values() {
    return values;
  }

  /** Multiplies each output channel's filter, in place. */
  Filters times(float[] factors) {
    int perOutput = values.length / outputs;
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i / perOutput];
    }
    return this;
  }

  Value in(OnnxGraph graph) {
    return graph.constant(values, outputs, inputs, rows, columns);
  }

  /** As bytes that stand for the values. */
  Value in(OnnxGraph graph, byte[] bytes, boolean signed) {
    return graph.bytes(bytes, signed, outputs, inputs, rows, columns);
  }

  private float[] outputsFirst(float[] tensorFlow, int positions) {
    float[] result = new float[tensorFlow.length];
    int from = 0;
    for (int position = 0; position < positions; position++) {
      for (int input = 0; input < inputs; input++) {
        for (int output = 0; output < outputs; output++) {
          result[(output * inputs + input) * positions + position] = tensorFlow[from++];
        }
      }
    }
    return result;
  }
}
