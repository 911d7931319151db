package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which box is which of another detector's, one to one, so that the sum of what the pairs have
 * in common (intersection over union) is the greatest there can be. A pair counts only if it has
 * more in common than a limit. What is as good is decided by where the boxes are, so that the order
 * of the lists never matters.
 */
public final class BoxMatching {
  /** What has no partner. */
  public static final int NONE = -1;

  /** Boxes come as decimals of single precision: what they have in common is no more precise. */
  private static final double ROUNDING = 1e-6;

  private static final Comparator<BoundingBox> BY_PLACE =
      Comparator.comparingDouble(BoundingBox::left)
          .thenComparingDouble(BoundingBox::top)
          .thenComparingDouble(BoundingBox::width)
          .thenComparingDouble(BoundingBox::height);

  private BoxMatching() {}

  /**
   * For each of the old boxes the index of the new one that it is, or {@link #NONE}.
   *
   * @param limit 0 to below 1; what has no more in common than this is no pair
   */
  public static int[] match(List<BoundingBox> old, List<BoundingBox> found, double limit) {
    int[] oldOrder = order(old);
    int[] foundOrder = order(found);
    double[][] gain = new double[old.size()][found.size()];
    for (int i = 0; i < oldOrder.length; i++) {
      for (int j = 0; j < foundOrder.length; j++) {
        double iou = old.get(oldOrder[i]).intersectionOverUnion(found.get(foundOrder[j]));
        gain[i][j] = iou > limit + ROUNDING ? iou : 0;
      }
    }
    int[] partner = new int[old.size()];
    Arrays.fill(partner, NONE);
    int[] assigned = Assignment.greatest(gain, found.size());
    for (int i = 0; i < assigned.length; i++) {
      if (assigned[i] != NONE && gain[i][assigned[i]] > 0) {
        partner[oldOrder[i]] = foundOrder[assigned[i]];
      }
    }
    return partner;
  }

  private static int[] order(List<BoundingBox> boxes) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, boxes.size()).boxed().toList());
    Collections.sort(order, Comparator.comparing(boxes::get, BY_PLACE));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
