package dev.riderphotos.engine.internal.network;

import static dev.riderphotos.engine.internal.network.Layers.Padding.SAME;
import static dev.riderphotos.engine.internal.onnx.OnnxGraph.ANY;

import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;

/** Computes in floats, as the network was trained. */
final class FloatRelu6Layers implements Relu6Layers {
  private final OnnxGraph graph;
  private final Layers layers;

  FloatRelu6Layers(OnnxGraph graph) {
    this.graph = graph;
    this.layers = new Layers(graph);
  }

  @Override
  public Value picture(Filters filters, double step, float[] bias) {
    return convolution(graph.input(1, 3, ANY, ANY), filters, step, bias, 2);
  }

  @Override
  public Value convolution(Value in, Filters filters, double step, float[] bias, int stride) {
    return layers.relu6(layers.convolution(in, filters, bias, stride, SAME));
  }

  @Override
  public Value depthwise(
      Value in, Filters filters, double step, float[] factors, float[] bias, int stride) {
    return layers.relu6(layers.depthwise(in, filters.times(factors), bias, stride));
  }

  @Override
  public Value head(Value plane, Filters filters, double step, float[] bias, int length) {
    return layers.channelsAsRows(layers.convolution(plane, filters, bias, 1, SAME), length);
  }
}
