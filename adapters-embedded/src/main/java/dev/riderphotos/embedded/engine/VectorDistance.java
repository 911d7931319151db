package dev.riderphotos.embedded.engine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** By vector instructions; strangers are mostly told apart by the first half of a descriptor. */
final class VectorDistance implements SquaredDistance {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int HALF = LENGTH / 2;

  @Override
  public float between(float[] query, float[] rows, int offset, float limit) {
    float first = sum(query, rows, offset, 0);
    return first > limit ? first : first + sum(query, rows, offset, HALF);
  }

  /** Over half a descriptor, in two sums so that one does not wait for the other. */
  private static float sum(float[] query, float[] rows, int offset, int from) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = even;
    for (int i = from; i < from + HALF; i += 2 * LANES.length()) {
      int next = i + LANES.length();
      FloatVector a = row(rows, offset + i).sub(row(query, i));
      FloatVector b = row(rows, offset + next).sub(row(query, next));
      even = a.fma(a, even);
      odd = b.fma(b, odd);
    }
    return even.add(odd).reduceLanes(VectorOperators.ADD);
  }

  private static FloatVector row(float[] floats, int at) {
    return FloatVector.fromArray(LANES, floats, at);
  }
}
