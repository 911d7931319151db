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

  private Filters(int rows, int columns, int inputs, int outputs) {
    this.rows = rows;
    this.columns = columns;
    this.inputs = inputs;
    this.outputs = outputs;
    this.values = new float[rows * columns * inputs * outputs];
  }

  static Filters full(Tensor tensor) {
    return new Filters(tensor.length(0), tensor.length(1), tensor.length(2), tensor.length(3))
        .filled(tensor.values());
  }

  /** One filter a channel: TensorFlow's (row, column, channel, 1). */
  static Filters depthwise(Tensor tensor) {
    return new Filters(tensor.length(0), tensor.length(1), 1, tensor.length(2))
        .filled(tensor.values());
  }

  /** The same filters for inputs that come in parts side by side, to be added up. */
  Filters forParts(int parts) {
    Filters other = new Filters(rows, columns, inputs * parts, outputs);
    int positions = rows * columns;
    for (int i = 0; i < other.values.length; i++) {
      int input = i / positions / parts;
      other.values[i] = values[input * positions + i % positions];
    }
    return other;
  }

  int inputs() {
    return inputs;
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

  /** What each output channel's filter makes of ones everywhere. */
  float[] sums() {
    float[] sums = new float[outputs];
    int perOutput = values.length / outputs;
    for (int i = 0; i < values.length; i++) {
      sums[i / perOutput] += values[i];
    }
    return sums;
  }

  Value in(OnnxGraph graph) {
    return graph.constant(values, outputs, inputs, rows, columns);
  }

  /** As bytes that stand for the values. */
  Value in(OnnxGraph graph, byte[] bytes, boolean signed) {
    return graph.bytes(bytes, signed, outputs, inputs, rows, columns);
  }

  private Filters filled(float[] tensorFlow) {
    int positions = rows * columns;
    int from = 0;
    for (int position = 0; position < positions; position++) {
      for (int input = 0; input < inputs; input++) {
        for (int output = 0; output < outputs; output++) {
          values[(output * inputs + input) * positions + position] = tensorFlow[from++];
        }
      }
    }
    return this;
  }
}
