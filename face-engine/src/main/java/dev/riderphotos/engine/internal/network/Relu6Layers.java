package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.Value;

/** Convolutions whose results are cut off below 0 and above 6, in whatever numbers they compute. */
interface Relu6Layers {
  /** Makes a plane of floats from 0 to 6 one of these layers' numbers. */
  Value enter(Value floats);

  /**
   * A convolution that is padded so that only the stride shrinks the plane.
   *
   * @param step of which the filters' values are whole multiples
   */
  Value convolution(Value in, Filters filters, double step, float[] bias, int stride);

  /**
   * As {@link #convolution}, with one filter a channel.
   *
   * @param factors by which the channels' filters are multiplied
   */
  Value depthwise(
      Value in, Filters filters, double step, float[] factors, float[] bias, int stride);

  /** Makes a plane of these layers' numbers one of floats. */
  Value leave(Value plane);
}
