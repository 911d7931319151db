package dev.riderphotos.embedded.vector;

import static dev.riderphotos.embedded.vector.BlockLayout.ROWS_PER_GROUP;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Multiplies byte by byte, without vector instructions of ours. */
final class PlainScan implements CompactScan {
  @Override
  public int candidates(MemorySegment block, long group, Reach reach) {
    int length = ROWS_PER_GROUP * reach.query().length;
    byte[] bytes = new byte[length];
    MemorySegment.copy(block, ValueLayout.JAVA_BYTE, group, bytes, 0, length);
    int[] products = products(bytes, reach.query());
    int candidates = 0;
    for (int row = 0; row < ROWS_PER_GROUP; row++) {
      if (bound(block, group + length, row, products[row], reach) <= reach.most()) {
        candidates |= 1 << row;
      }
    }
    return candidates;
  }

  private static int[] products(byte[] bytes, short[] query) {
    int[] products = new int[ROWS_PER_GROUP];
    for (int i = 0; i < query.length; i++) {
      int number = query[i];
      int from = i * ROWS_PER_GROUP;
      for (int row = 0; row < ROWS_PER_GROUP; row++) {
        products[row] += number * bytes[from + row];
      }
    }
    return products;
  }

  private static float bound(MemorySegment block, long bounds, int row, int product, Reach reach) {
    float scale = VectorBlock.scale(block, bounds, row);
    float bound = VectorBlock.bound(block, bounds, row);
    float lacking = VectorBlock.twiceLacking(block, bounds, row);
    return bound - reach.reach() * lacking - reach.factor() * scale * product;
  }
}
