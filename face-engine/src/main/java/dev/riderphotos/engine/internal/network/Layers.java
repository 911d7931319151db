package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.Attribute;
import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;
import java.util.Arrays;
import java.util.List;

/** The layers that the networks are made of, in terms of ONNX operators. Planes are NCHW. */
final class Layers {
  /** What happens at the border of a plane, named as TensorFlow names it. */
  enum Padding {
    /** Zeros all round; of an odd number, the extra one is at the right and bottom. */
    SAME("SAME_UPPER"),
    /** Nothing is added: the plane shrinks. */
    VALID("VALID");

    private final String onnxName;

    Padding(String onnxName) {
      this.onnxName = onnxName;
    }

    private Attribute attribute() {
      return Attribute.of("auto_pad", onnxName);
    }
  }

  private final OnnxGraph graph;

  Layers(OnnxGraph graph) {
    this.graph = graph;
  }

  Value convolution(Value in, Filters filters, float[] bias, int stride, Padding padding) {
    return graph.apply(
        "Conv",
        List.of(in, filters.in(graph), vector(bias)),
        Attribute.list("strides", stride, stride),
        padding.attribute());
  }

  /** One filter a channel, padded so that only the stride shrinks the plane; no bias. */
  Value depthwise(Value in, Filters filters, int stride) {
    return depthwise(List.of(in, filters.in(graph)), filters.outputs(), stride);
  }

  Value depthwise(Value in, Filters filters, float[] bias, int stride) {
    return depthwise(List.of(in, filters.in(graph), vector(bias)), filters.outputs(), stride);
  }

  Value relu(Value in) {
    return graph.apply("Relu", List.of(in));
  }

  /** Cuts values off below 0 and above 6. */
  Value relu6(Value in) {
    Value low = graph.constant(new float[] {0});
    Value high = graph.constant(new float[] {6});
    return graph.apply("Clip", List.of(in, low, high));
  }

  Value add(Value one, Value other) {
    return graph.apply("Add", List.of(one, other));
  }

  Value maxPool(Value in, int size, int stride) {
    return pool("MaxPool", in, size, stride);
  }

  Value averagePool(Value in, int size, int stride) {
    return pool("AveragePool", in, size, stride);
  }

  /** The mean of each plane: [N, C, H, W] becomes [N, C]. */
  Value planeMeans(Value in) {
    return graph.apply("Flatten", List.of(graph.apply("GlobalAveragePool", List.of(in))));
  }

  /** Appends zeros: so many channels at the end, so many rows and columns at bottom and right. */
  Value appendZeros(Value in, int channels, int border) {
    return graph.apply("Pad", List.of(in, graph.numbers(0, 0, 0, 0, 0, channels, border, border)));
  }

  /** Makes planes so high and wide: their last rows and columns are repeated. */
  Value repeatEnd(Value in, int size) {
    Value shape = graph.apply("Shape", List.of(in));
    Value sides = graph.apply("Mul", List.of(shape, graph.numbers(0, 0, 1, 1)));
    Value missing = graph.apply("Sub", List.of(graph.numbers(0, 0, size, size), sides));
    Attribute first = Attribute.of("axis", 0);
    Value ends = graph.apply("Concat", List.of(graph.numbers(0, 0, 0, 0), missing), first);
    return graph.apply("Pad", List.of(in, ends), Attribute.of("mode", "edge"));
  }

  /** [N, inputs] times the tensor [inputs, outputs]. */
  Value times(Value in, Tensor matrix) {
    Value factor = graph.constant(matrix.values(), matrix.length(0), matrix.length(1));
    return graph.apply("MatMul", List.of(in, factor));
  }

  Value plus(Value in, float[] bias) {
    return add(in, vector(bias));
  }

  /** [1, C, H, W] as rows of the given length, channels of one place side by side. */
  Value channelsAsRows(Value in, int length) {
    Value channelsLast = graph.apply("Transpose", List.of(in), Attribute.list("perm", 0, 2, 3, 1));
    return asRows(channelsLast, length);
  }

  /** The same numbers in the same order, as rows of the given length. */
  Value asRows(Value in, int length) {
    return graph.apply("Reshape", List.of(in, graph.numbers(1, -1, length)));
  }

  Value concatenateRows(Value... parts) {
    return graph.apply("Concat", Arrays.asList(parts), Attribute.of("axis", 1));
  }

  private Value depthwise(List<Value> inputs, int channels, int stride) {
    return graph.apply(
        "Conv",
        inputs,
        Attribute.list("strides", stride, stride),
        Attribute.of("group", channels),
        Padding.SAME.attribute());
  }

  private Value vector(float[] values) {
    return graph.constant(values, values.length);
  }

  private Value pool(String operator, Value in, int size, int stride) {
    return graph.apply(
        operator,
        List.of(in),
        Attribute.list("kernel_shape", size, size),
        Attribute.list("strides", stride, stride));
  }
}
