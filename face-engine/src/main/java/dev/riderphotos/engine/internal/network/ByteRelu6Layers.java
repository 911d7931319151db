package dev.riderphotos.engine.internal.network;

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
  private static final float PLANE_STEP = 6f / 255;

  private final OnnxGraph graph;
  private final boolean signed;

  /**
   * @param signed whether weights are -128 to 127 and not 0 to 255
   */
  ByteRelu6Layers(OnnxGraph graph, boolean signed) {
    this.graph = graph;
    this.signed = signed;
  }

  @Override
  public Value enter(Value floats) {
    return graph.apply("QuantizeLinear", List.of(floats, planeStep(), planeZero()));
  }

  @Override
  public Value leave(Value plane) {
    return graph.apply("DequantizeLinear", List.of(plane, planeStep(), planeZero()));
  }

  @Override
  public Value convolution(Value in, Filters filters, double step, float[] bias, int stride) {
    ByteWeights weights = ByteWeights.aroundZero(filters, step);
    return convolution(in, filters, weights, bias, Attribute.list("strides", stride, stride));
  }

  @Override
  public Value depthwise(
      Value in, Filters filters, double step, float[] factors, float[] bias, int stride) {
    return convolution(
        in,
        filters,
        ByteWeights.exact(filters, step).times(factors),
        bias,
        Attribute.list("strides", stride, stride),
        Attribute.of("group", filters.outputs()));
  }

  private Value convolution(
      Value in, Filters filters, ByteWeights weights, float[] bias, Attribute... attributes) {
    List<Attribute> all = new ArrayList<>(List.of(attributes));
    all.add(Attribute.of("auto_pad", "SAME_UPPER"));
    int channels = filters.outputs();
    byte[] zeros = new byte[channels];
    Arrays.fill(zeros, weights.zero(signed));
    return graph.apply(
        "QLinearConv",
        List.of(
            in,
            planeStep(),
            planeZero(),
            filters.in(graph, weights.bytes(signed), signed),
            graph.constant(weights.steps(), channels),
            graph.bytes(zeros, signed, channels),
            planeStep(),
            planeZero(),
            graph.integers(inSteps(bias, weights.steps()), channels)),
        all.toArray(Attribute[]::new));
  }

  /** The sums that the bias is added to are whole multiples of both steps' product. */
  private static int[] inSteps(float[] bias, float[] steps) {
    int[] result = new int[bias.length];
    for (int i = 0; i < bias.length; i++) {
      result[i] = Math.toIntExact(Math.round(bias[i] / ((double) PLANE_STEP * steps[i])));
    }
    return result;
  }

  private Value planeStep() {
    return graph.constant(new float[] {PLANE_STEP});
  }

  private Value planeZero() {
    return graph.bytes(new byte[1], false);
  }
}
