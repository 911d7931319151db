package dev.riderphotos.embedded.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** By vector instructions; strangers are mostly told apart by the first numbers of a descriptor. */
final class VectorDistance implements SquaredDistance {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  /** After so many numbers it looks whether the rest matters. */
  private static final int STEP = 64;

  @Override
  public float between(float[] query, float[] rows, int offset, float limit) {
    int steps = query.length / STEP * STEP;
    float sum = 0;
    for (int from = 0; from < steps && sum <= limit; from += STEP) {
      sum += sum(query, rows, offset, from);
    }
    return sum > limit ? sum : sum + rest(query, rows, offset, steps);
  }

  /** Over some of a descriptor, in two sums so that one does not wait for the other. */
  private static float sum(float[] query, float[] rows, int offset, int from) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = even;
    for (int i = from; i < from + STEP; i += 2 * LANES.length()) {
      int next = i + LANES.length();
      FloatVector a = row(rows, offset + i).sub(row(query, i));
      FloatVector b = row(rows, offset + next).sub(row(query, next));
      even = a.fma(a, even);
      odd = b.fma(b, odd);
    }
    return even.add(odd).reduceLanes(VectorOperators.ADD);
  }

  /** What is left of a length that is no multiple of {@link #STEP}. */
  private static float rest(float[] query, float[] rows, int offset, int from) {
    float sum = 0;
    for (int i = from; i < query.length; i++) {
      float difference = rows[offset + i] - query[i];
      sum += difference * difference;
    }
    return sum;
  }

  private static FloatVector row(float[] floats, int at) {
    return FloatVector.fromArray(LANES, floats, at);
  }
}
