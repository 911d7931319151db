package dev.riderphotos.engine.internal.network;

import static dev.riderphotos.engine.internal.onnx.OnnxGraph.ANY;

import dev.riderphotos.engine.internal.onnx.Attribute;
import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes with 8 bits: a byte b of a plane stands for b · 6 / 255, so that what does not fit into
 * one is what ReLU6 cuts off. RATIONALE.md says how exact that is, and why.
 */
final class ByteRelu6Layers implements Relu6Layers {
  /** A colour is as many bytes, which are added up: a single one would round off too much. */
  private static final int PARTS = 4;

  static final int PIXEL_BYTES = 3 * PARTS;

  private static final Bytes PLANE = new Bytes(6f / 255, 0);

  /** Parts of -1 to 1, each of them half a step too little: 127.5 is not a whole number. */
  private static final Bytes PIXEL = new Bytes(2f / 255 / PARTS, 128);

  private final OnnxGraph graph;
  private final Layers layers;
  private final boolean signed;

  /**
   * @param signed whether weights are -128 to 127 and not 0 to 255
   */
  ByteRelu6Layers(OnnxGraph graph, boolean signed) {
    this.graph = graph;
    this.layers = new Layers(graph);
    this.signed = signed;
  }

  /** A byte b stands for (b - zero) · step. */
  private record Bytes(float step, int zero) {
    Value stepIn(OnnxGraph graph) {
      return graph.constant(new float[] {step});
    }

    Value zeroIn(OnnxGraph graph) {
      return graph.bytes(new byte[] {(byte) zero}, false);
    }
  }

  @Override
  public Value picture(Filters filters, double step, float[] bias) {
    Value pixels = graph.bytesInput(1, ANY, ANY, PIXEL_BYTES);
    Value planes = graph.apply("Transpose", List.of(pixels), Attribute.list("perm", 0, 3, 1, 2));
    Filters ofParts = filters.forParts(PARTS);
    float[] sums = ofParts.sums();
    float[] shifted = bias.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += sums[i] * PIXEL.step() / 2;
    }
    ByteWeights weights = ByteWeights.of(ofParts, step);
    return convolution(planes, PIXEL, ofParts, weights, shifted, Attribute.list("strides", 2, 2));
  }

  @Override
  public Value convolution(Value in, Filters filters, double step, float[] bias, int stride) {
    ByteWeights weights = ByteWeights.of(filters, step);
    Attribute strides = Attribute.list("strides", stride, stride);
    return convolution(in, PLANE, filters, weights, bias, strides);
  }

  @Override
  public Value depthwise(
      Value in, Filters filters, double step, float[] factors, float[] bias, int stride) {
    return convolution(
        in,
        PLANE,
        filters,
        ByteWeights.of(filters, step).times(factors),
        bias,
        Attribute.list("strides", stride, stride),
        Attribute.of("group", filters.outputs()));
  }

  /** A product of matrices: planes lie in memory as its rows, whatever ONNX calls their order. */
  @Override
  public Value head(Value plane, Filters filters, double step, float[] bias, int length) {
    ByteWeights weights = ByteWeights.of(filters, step);
    Value places = layers.channelsAsRows(plane, filters.inputs());
    Value sums =
        graph.apply(
            "MatMulInteger",
            List.of(places, matrix(filters, weights), PLANE.zeroIn(graph), weightZero()));
    Value steps = graph.constant(weights.sumSteps(PLANE.step()), filters.outputs());
    Value floats = graph.apply("DequantizeLinear", List.of(sums, steps), Attribute.of("axis", 2));
    return layers.asRows(layers.plus(floats, bias), length);
  }

  /** Inputs in rows, outputs in columns. */
  private Value matrix(Filters filters, ByteWeights weights) {
    byte[] bytes = weights.bytes(signed);
    Value outputsFirst = graph.bytes(bytes, signed, filters.outputs(), filters.inputs());
    return graph.apply("Transpose", List.of(outputsFirst), Attribute.list("perm", 1, 0));
  }

  private Value weightZero() {
    return graph.bytes(new byte[] {ByteWeights.zero(signed)}, signed);
  }

  private Value convolution(
      Value in,
      Bytes input,
      Filters filters,
      ByteWeights weights,
      float[] bias,
      Attribute... attributes) {
    List<Attribute> all = new ArrayList<>(List.of(attributes));
    all.add(Attribute.of("auto_pad", "SAME_UPPER"));
    int channels = filters.outputs();
    byte[] zeros = new byte[channels];
    Arrays.fill(zeros, ByteWeights.zero(signed));
    return graph.apply(
        "QLinearConv",
        List.of(
            in,
            input.stepIn(graph),
            input.zeroIn(graph),
            filters.in(graph, weights.bytes(signed), signed),
            graph.constant(weights.steps(), channels),
            graph.bytes(zeros, signed, channels),
            PLANE.stepIn(graph),
            PLANE.zeroIn(graph),
            graph.integers(inSteps(bias, weights.sumSteps(input.step())), channels)),
        all.toArray(Attribute[]::new));
  }

  /** The bias is added to sums, and so in their steps. */
  private static int[] inSteps(float[] bias, float[] steps) {
    int[] result = new int[bias.length];
    for (int i = 0; i < bias.length; i++) {
      result[i] = Math.toIntExact(Math.round((double) bias[i] / steps[i]));
    }
    return result;
  }
}
