package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.Value;

/**
 * A network whose convolutions' results are cut off below 0 and above 6, in whatever numbers it
 * computes. The step of filters is that of which their values are whole multiples.
 */
interface Relu6Layers {
  /** A picture of any size that is given at each run, and the convolution that halves it. */
  Value picture(Filters filters, double step, float[] bias);

  /** A convolution that is padded so that only the stride shrinks the plane. */
  Value convolution(Value in, Filters filters, double step, float[] bias, int stride);

  /**
   * As {@link #convolution}, with one filter a channel.
   *
   * @param factors by which the channels' filters are multiplied
   */
  Value depthwise(
      Value in, Filters filters, double step, float[] factors, float[] bias, int stride);

  /**
   * What filters of one place read off a plane, which is not cut off: floats, in rows of the given
   * length, those of one place one after the other.
   */
  Value head(Value plane, Filters filters, double step, float[] bias, int length);
}
