package dev.riderphotos.engine.internal.network;

import java.nio.ByteBuffer;

/** How the values of a tensor are stored, all of them alike. */
sealed interface Encoding {
  int bytesPerValue();

  /** All values are whole multiples of it; 0 if there is no such step. */
  double step();

  /** Reads the next value. */
  float read(ByteBuffer bytes);

  /** The values are stored as they are. */
  record Plain() implements Encoding {
    @Override
    public int bytesPerValue() {
      return Float.BYTES;
    }

    @Override
    public double step() {
      return 0;
    }

    @Override
    public float read(ByteBuffer bytes) {
      return bytes.getFloat();
    }
  }

  /** Each value is an unsigned byte q that stands for q · scale + min. */
  record Quantized(double scale, double min) implements Encoding {
    @Override
    public int bytesPerValue() {
      return 1;
    }

    /** The converter sees to it that some byte stands for 0. */
    @Override
    public double step() {
      return scale;
    }

    /** Rounded to float once, as TensorFlow.js does. */
    @Override
    public float read(ByteBuffer bytes) {
      return (float) ((bytes.get() & 0xFF) * scale + min);
    }
  }
}
