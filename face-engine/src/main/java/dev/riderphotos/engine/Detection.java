package dev.riderphotos.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A face as the detector proposes it; the box may leave the picture. */
record Detection(Box box, float score) {
  /**
   * Non-maximum suppression: the surest detections, surest first, without those that overlap a
   * surer one by more than is allowed.
   *
   * @param overlap intersection over union
   */
  static List<Detection> strongest(List<Detection> all, float overlap, int limit) {
    List<Detection> kept = new ArrayList<>();
    List<Detection> surestFirst = new ArrayList<>(all);
    surestFirst.sort(Comparator.comparingDouble(Detection::score).reversed());
    for (Detection candidate : surestFirst) {
      if (kept.size() < limit && kept.stream().noneMatch(candidate.overlapping(overlap))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private Predicate<Detection> overlapping(float limit) {
    return other -> box.overlap(other.box) > limit;
  }
}
