package dev.riderphotos.engine.internal.network;

/** Weights as TensorFlow lays them out: the last index runs fastest. */
final class Tensor {
  private final int[] shape;
  private final float[] values;

  Tensor(int[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  int length(int axis) {
    return shape[axis];
  }

  /** The values themselves, not a copy. */
  float[] values() {
    return values;
  }
}
