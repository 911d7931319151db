package dev.riderphotos.embedded.vector;

import static dev.riderphotos.embedded.vector.BlockLayout.ROWS_PER_GROUP;
import static dev.riderphotos.embedded.vector.BlockLayout.STEP;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * By vector instructions: a row in each lane. Products are added up in 16 bits, eight of them, and
 * then in 32.
 */
final class VectorScan implements CompactScan {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int HALF = STEP / 2;

  @Override
  public int candidates(MemorySegment block, long group, Reach reach) {
    short[] query = reach.query();
    long bounds = group + (long) ROWS_PER_GROUP * query.length;
    int candidates = 0;
    for (int row = 0; row < ROWS_PER_GROUP; row += SHORTS.length()) {
      IntVector low = IntVector.zero(INTS);
      IntVector high = low;
      long at = group + row;
      for (int i = 0; i < query.length; i += STEP) {
        ShortVector one = ShortVector.zero(SHORTS);
        ShortVector other = one;
        for (int j = 0; j < HALF; j++) {
          one = one.add(row(block, at + (long) j * ROWS_PER_GROUP).mul(query[i + j]));
          other =
              other.add(
                  row(block, at + (long) (HALF + j) * ROWS_PER_GROUP).mul(query[i + HALF + j]));
        }
        low = low.add(half(one, 0)).add(half(other, 0));
        high = high.add(half(one, 1)).add(half(other, 1));
        at += (long) STEP * ROWS_PER_GROUP;
      }
      candidates |= within(block, bounds, row, low, reach);
      candidates |= within(block, bounds, row + INTS.length(), high, reach);
    }
    return candidates;
  }

  private static int within(
      MemorySegment block, long bounds, int row, IntVector products, Reach reach) {
    long at = bounds + (long) row * Float.BYTES;
    long next = (long) ROWS_PER_GROUP * Float.BYTES;
    FloatVector product = (FloatVector) products.convertShape(VectorOperators.I2F, FLOATS, 0);
    FloatVector scale = FloatVector.fromMemorySegment(FLOATS, block, at, ORDER);
    FloatVector bound = FloatVector.fromMemorySegment(FLOATS, block, at + next, ORDER);
    FloatVector lacking = FloatVector.fromMemorySegment(FLOATS, block, at + 2 * next, ORDER);
    long within =
        bound
            .sub(lacking.mul(reach.reach()))
            .sub(product.mul(scale).mul(reach.factor()))
            .compare(VectorOperators.LE, reach.most())
            .toLong();
    return (int) (within << row);
  }

  private static ShortVector row(MemorySegment block, long at) {
    return (ShortVector)
        ByteVector.fromMemorySegment(BYTES, block, at, ORDER)
            .convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  private static IntVector half(ShortVector sums, int part) {
    return (IntVector) sums.convertShape(VectorOperators.S2I, INTS, part);
  }
}
