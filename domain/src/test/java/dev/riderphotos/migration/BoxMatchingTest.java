package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.face.BoundingBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxMatchingTest {
  private static final double LIMIT = 0.5;

  private final Random random = new Random(20261129);

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.4, 1.0, 0", // identical
    "0.2, 0.4, 0.6, 0",
    "0.3, 0.4, 0.3333, -1",
    "0.6, 0.4, 0, -1" // disjoint
  })
  void theReferencesOwnNumbers(double left, double width, double iou, int partner) {
    BoundingBox one = new BoundingBox(0.1, 0.1, 0.4, 0.4);
    BoundingBox other = new BoundingBox(left, 0.1, width, 0.4);

    assertThat(one.intersectionOverUnion(other)).isCloseTo(iou, within(1e-4));
    assertThat(match(List.of(one), List.of(other))).containsExactly(partner);
  }

  @Test
  void exactlyTheLimitIsNoMatch() {
    BoundingBox one = new BoundingBox(0.1, 0.1, 0.2, 0.4);
    BoundingBox half = new BoundingBox(0.1, 0.1, 0.4, 0.4);
    BoundingBox bit = new BoundingBox(0.1, 0.1, 0.4 - 1e-5, 0.4);
    BoundingBox rounded = new BoundingBox(0.1f, 0.1f, 0.4f - 1e-8, 0.4f);

    assertThat(match(List.of(one), List.of(half))).containsExactly(BoxMatching.NONE);
    assertThat(match(List.of(one), List.of(rounded))).containsExactly(BoxMatching.NONE);
    assertThat(match(List.of(one), List.of(bit))).containsExactly(0);
  }

  @Test
  void nobodyIsMatchedTwice() {
    BoundingBox one = new BoundingBox(0.1, 0.1, 0.4, 0.4);
    BoundingBox near = new BoundingBox(0.12, 0.1, 0.4, 0.4);

    assertThat(match(List.of(one, near), List.of(near))).containsExactly(BoxMatching.NONE, 0);
    assertThat(match(List.of(near), List.of(one, near))).containsExactly(1);
    assertThat(match(List.of(), List.of(one))).isEmpty();
    assertThat(match(List.of(one), List.of())).containsExactly(BoxMatching.NONE);
  }

  @Test
  void theSumIsTheGreatestThereCanBe() {
    for (int round = 0; round < 2000; round++) {
      List<BoundingBox> old = crowd(random.nextInt(7));
      List<BoundingBox> found = crowd(random.nextInt(7));

      int[] partner = match(old, found);

      assertThat(sum(old, found, partner)).isCloseTo(best(old, found, 0, 0), within(1e-9));
      assertThat(IntStream.of(partner).filter(to -> to != BoxMatching.NONE))
          .doesNotHaveDuplicates();
      assertThat(pairs(old, found, partner).entrySet())
          .allMatch(pair -> pair.getKey().intersectionOverUnion(pair.getValue()) > LIMIT);
    }
  }

  @Test
  void theOrderOfTheListsDoesNotMatter() {
    for (int round = 0; round < 1000; round++) {
      List<BoundingBox> old = grid(1 + random.nextInt(6));
      List<BoundingBox> found = grid(1 + random.nextInt(6));
      Map<BoundingBox, BoundingBox> pairs = pairs(old, found, match(old, found));

      Collections.shuffle(old, random);
      Collections.shuffle(found, random);

      assertThat(pairs(old, found, match(old, found))).isEqualTo(pairs);
    }
  }

  @Test
  void aHundredFacesAreMatched() {
    List<BoundingBox> old = crowd(100);

    assertThat(sum(old, old, match(old, old))).isCloseTo(100, within(1e-9));
  }

  private static int[] match(List<BoundingBox> old, List<BoundingBox> found) {
    return BoxMatching.match(old, found, LIMIT);
  }

  /** Boxes so close to one another that there is something to decide. */
  private List<BoundingBox> crowd(int size) {
    List<BoundingBox> boxes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boxes.add(new BoundingBox(part(), part(), 0.3 + part(), 0.3 + part()));
    }
    return boxes;
  }

  private double part() {
    return random.nextDouble() / 4;
  }

  /** Boxes of a grid, none twice: many pairs have just as much in common as others. */
  private List<BoundingBox> grid(int size) {
    List<BoundingBox> boxes = new ArrayList<>();
    while (boxes.size() < size) {
      BoundingBox box =
          new BoundingBox(random.nextInt(4) / 10.0, random.nextInt(4) / 10.0, 0.5, 0.5);
      if (!boxes.contains(box)) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  private static Map<BoundingBox, BoundingBox> pairs(
      List<BoundingBox> old, List<BoundingBox> found, int[] partner) {
    Map<BoundingBox, BoundingBox> pairs = new HashMap<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] != BoxMatching.NONE) {
        pairs.put(old.get(i), found.get(partner[i]));
      }
    }
    return pairs;
  }

  private static double sum(List<BoundingBox> old, List<BoundingBox> found, int[] partner) {
    return pairs(old, found, partner).entrySet().stream()
        .mapToDouble(pair -> pair.getKey().intersectionOverUnion(pair.getValue()))
        .sum();
  }

  /** Tries every way there is. */
  private static double best(List<BoundingBox> old, List<BoundingBox> found, int from, int taken) {
    if (from == old.size()) {
      return 0;
    }
    double best = best(old, found, from + 1, taken);
    for (int to = 0; to < found.size(); to++) {
      double iou = old.get(from).intersectionOverUnion(found.get(to));
      if ((taken & 1 << to) == 0 && iou > LIMIT) {
        best = Math.max(best, iou + best(old, found, from + 1, taken | 1 << to));
      }
    }
    return best;
  }
}
