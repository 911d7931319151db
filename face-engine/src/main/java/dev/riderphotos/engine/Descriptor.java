package dev.riderphotos.engine;

import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import java.util.Arrays;

/**
 * Numbers that tell faces apart, 128 of the built-in models and more with a pack: near for one
 * person, far for two. Only descriptors of one {@link ModelVersion} can be compared. They are not
 * of length one and must not be made so.
 */
public final class Descriptor {
  private final float[] values;

  private Descriptor(float[] values) {
    this.values = values;
  }

  /**
   * A descriptor from the numbers of {@link #toFloats}, which are copied.
   *
   * @throws IllegalArgumentException when there are none, more than 2,048, or one is not finite
   */
  public static Descriptor of(float... values) {
    if (values.length < 1 || values.length > ModelPack.LONGEST_DESCRIPTOR) {
      throw new IllegalArgumentException(
          "A descriptor has 1 to 2048 numbers, not " + values.length);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("A descriptor has finite numbers, not " + value);
      }
    }
    return new Descriptor(values.clone());
  }

  /**
   * The Euclidean distance: 0 for the same picture; rarely above 1.2 for any two faces, 1.6 with a
   * pack.
   *
   * @throws IllegalArgumentException when the other has not as many numbers, so is of another model
   */
  public double distance(Descriptor other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException("Descriptors of two models cannot be compared");
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - other.values[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** A copy of the numbers. */
  public float[] toFloats() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Descriptor descriptor && Arrays.equals(values, descriptor.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** The numbers are left out: they identify a person and have no place in a log. */
  @Override
  public String toString() {
    return "Descriptor[…]";
  }
}
