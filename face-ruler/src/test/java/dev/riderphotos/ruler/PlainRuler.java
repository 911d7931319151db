package dev.riderphotos.ruler;

import dev.riderphotos.ruler.Canned.Shot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;

/** The same figures the plain way: every distance in a list, and lists sorted. */
final class PlainRuler {
  record Pair(int person, int other, double distance) {
    boolean isGenuine() {
      return person == other;
    }
  }

  final List<Pair> genuine = new ArrayList<>();
  final List<Pair> strangers = new ArrayList<>();
  int samePicture;

  private final List<Shot> shots;

  PlainRuler(List<Shot> shots) {
    this.shots = shots;
    for (int i = 0; i < shots.size(); i++) {
      for (int j = i + 1; j < shots.size(); j++) {
        add(shots.get(i), shots.get(j));
      }
    }
  }

  private void add(Shot one, Shot other) {
    if (one.picture().equals(other.picture())) {
      samePicture++;
    } else {
      Pair pair = new Pair(number(one), number(other), distance(one, other));
      (pair.isGenuine() ? genuine : strangers).add(pair);
    }
  }

  static int number(Shot shot) {
    return Integer.parseInt(shot.person().substring("person-".length()));
  }

  static double distance(Shot one, Shot other) {
    double sum = 0;
    for (int i = 0; i < one.descriptor().length; i++) {
      double difference = (double) one.descriptor()[i] - other.descriptor()[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  double quantile(double share) {
    return quantile(strangers.stream().mapToDouble(Pair::distance).toArray(), share);
  }

  private static double quantile(double[] distances, double share) {
    Arrays.sort(distances);
    return distances[(int) Math.floor(share * distances.length)];
  }

  static double shareNearer(List<Pair> pairs, double distance) {
    return (double) pairs.stream().filter(pair -> pair.distance() < distance).count()
        / pairs.size();
  }

  static List<Pair> both(List<Pair> pairs, IntPredicate of) {
    return pairs.stream().filter(pair -> of.test(pair.person()) && of.test(pair.other())).toList();
  }

  /** Each photo is a newcomer among one photo of everybody else: that with the least digest. */
  double newcomersLimit(double falseAlarms) {
    Map<String, Shot> registered = new HashMap<>();
    for (Shot shot : shots) {
      registered.merge(
          shot.person(), shot, (a, b) -> Digest.of(a.key()) < Digest.of(b.key()) ? a : b);
    }
    double[] nearest =
        shots.stream()
            .mapToDouble(
                shot ->
                    registered.values().stream()
                        .filter(other -> !other.person().equals(shot.person()))
                        .filter(other -> !other.picture().equals(shot.picture()))
                        .mapToDouble(other -> distance(shot, other))
                        .min()
                        .orElseThrow())
            .toArray();
    return quantile(nearest, falseAlarms);
  }

  double spread() {
    Map<Integer, List<Double>> squares = new HashMap<>();
    for (Pair pair : genuine) {
      squares
          .computeIfAbsent(pair.person(), _ -> new ArrayList<>())
          .add(pair.distance() * pair.distance());
    }
    return squares.values().stream()
        .mapToDouble(of -> of.stream().mapToDouble(square -> square).average().orElseThrow() / 2)
        .average()
        .orElseThrow();
  }

  /** Where 90 % of draws lie, each of which goes through all pairs and sorts nothing away. */
  Interval interval(double far, int people, int draws) {
    Random random = new Random(1);
    List<Pair> rising = new ArrayList<>(strangers);
    rising.sort((a, b) -> Double.compare(a.distance(), b.distance()));
    double[] tars = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int[] weights = new int[people];
      random.ints(people, 0, people).forEach(person -> weights[person]++);
      tars[draw] = tar(far, weights, rising);
    }
    Arrays.sort(tars);
    return new Interval(tars[draws / 20 - 1], tars[draws - draws / 20]);
  }

  private double tar(double far, int[] weights, List<Pair> rising) {
    double all = rising.stream().mapToDouble(pair -> weight(pair, weights)).sum();
    double sum = 0;
    int i = 0;
    while (sum <= far * all) {
      sum += weight(rising.get(i++), weights);
    }
    double distance = rising.get(i - 1).distance();
    double accepted = 0;
    double total = 0;
    for (Pair pair : genuine) {
      total += weights[pair.person()];
      accepted += pair.distance() < distance ? weights[pair.person()] : 0;
    }
    return accepted / total;
  }

  private static double weight(Pair pair, int[] weights) {
    return weights[pair.person()] + weights[pair.other()] - 1;
  }
}
