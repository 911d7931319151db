package dev.riderphotos.engine.internal.network;

import java.nio.ByteBuffer;

/** How the values of a tensor are stored, all of them alike. */
sealed interface Encoding {
  int bytesPerValue();

  /** Reads the next value. */
  float read(ByteBuffer bytes);

  /** The values are stored as they are. */
  record Plain() implements Encoding {
    @Override
    public int bytesPerValue() {
      return Float.BYTES;
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

    /** Rounded to float once, as TensorFlow.js does. */
    @Override
    public float read(ByteBuffer bytes) {
      return (float) ((bytes.get() & 0xFF) * scale + min);
    }
  }
}
