package dev.riderphotos.engine.internal.network;

import java.nio.ByteBuffer;

/** What a {@link Manifest} says of one tensor. */
final class TensorEntry {
  private final String name;
  private final int[] shape;
  private final Encoding encoding;

  TensorEntry(String name, int[] shape, Encoding encoding) {
    this.name = name;
    this.shape = shape;
    this.encoding = encoding;
  }

  String name() {
    return name;
  }

  int bytes() {
    return values() * encoding.bytesPerValue();
  }

  double step() {
    return encoding.step();
  }

  /** Reads the tensor from the bytes at the buffer's position. */
  Tensor read(ByteBuffer bytes) {
    float[] values = new float[values()];
    for (int i = 0; i < values.length; i++) {
      values[i] = encoding.read(bytes);
    }
    return new Tensor(shape, values);
  }

  /** An empty shape is a single number. */
  private int values() {
    int product = 1;
    for (int length : shape) {
      product *= length;
    }
    return product;
  }
}
