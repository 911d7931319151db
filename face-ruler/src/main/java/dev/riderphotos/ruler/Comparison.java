package dev.riderphotos.ruler;

import dev.riderphotos.ruler.Measurement.Counts;
import dev.riderphotos.ruler.Measurement.Found;
import dev.riderphotos.ruler.Measurement.GroupFigures;
import dev.riderphotos.ruler.Measurement.GroupRate;
import dev.riderphotos.ruler.Measurement.Limit;
import dev.riderphotos.ruler.Measurement.Misses;
import dev.riderphotos.ruler.Measurement.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The distances of all pairs, counted: what a model's figures and its calibration come from. */
public final class Comparison {
  static final List<Double> FARS = List.of(0.01, 0.001, 0.0001);
  static final List<Double> FALSE_ALARMS = List.of(0.01, 0.02);

  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
  private static final int FEWEST_PEOPLE = 10;

  private final String model;
  private final Groups groups;
  private final People people;
  private final int photos;
  private final Tally tally;
  private final Pairs pairs;
  private final Histogram genuine;
  private final Histogram strangers;
  private final Limits limits;

  Comparison(String model, Groups groups, People people, int photos, Tally tally, Pairs pairs) {
    this.model = model;
    this.groups = groups;
    this.people = people;
    this.photos = photos;
    this.tally = tally;
    this.pairs = pairs;
    this.genuine = tally.genuine();
    this.strangers = tally.impostors();
    this.limits = new Limits(strangers, tally.nearest(), people.size() - 1);
  }

  /** The figures; draws a thousand times, which takes a second or two where people are many. */
  public Measurement measurement() {
    return new Measurement(
        model,
        counts(),
        rates(),
        misses(),
        IntStream.range(0, groups.names().size()).mapToObj(this::group).toList(),
        new CurvePoints(genuine, strangers, limits, hasPairs(anybody())).points(registered()));
  }

  /** What a model needs to be used as the others are. */
  public Calibration calibration() {
    double[] spreads =
        anybody()
            .filter(person -> pairs.genuinePairs(person) > 0)
            .mapToDouble(person -> pairs.meanSquare(person) / 2)
            .toArray();
    Histogram within = tally.impostorsOfOneGroup();
    boolean grouped = within.total() >= TailFit.WANTED;
    return new Calibrating(limits, grouped ? within : strangers, grouped).of(spreads);
  }

  private Counts counts() {
    int without = people.inGroup(-1);
    return new Counts(
        people.size(),
        withPairs(anybody()),
        photos,
        genuine.total(),
        strangers.total(),
        tally.samePicture(),
        without,
        groups.people() - (people.size() - without));
  }

  private List<Rate> rates() {
    List<Interval> intervals = tally.draws().tars(FARS);
    return IntStream.range(0, FARS.size())
        .mapToObj(i -> rate(FARS.get(i), intervals.get(i)))
        .toList();
  }

  private Rate rate(double far, Interval interval) {
    Lack lack = lack(far);
    if (lack != null) {
      return new Rate(far, null, lack);
    }
    double distance = strangers.quantile(far);
    return new Rate(far, new Found(distance, genuine.shareNearerThan(distance), interval), null);
  }

  private @Nullable Lack lack(double far) {
    long wanted = Math.round(Limits.FEWEST_EVENTS / far);
    return strangers.total() < wanted
        ? new Lack(Lack.Of.STRANGER_PAIRS, strangers.total(), wanted)
        : lackOfPeople();
  }

  private @Nullable Lack lackOfPeople() {
    return hasPairs(anybody())
        ? null
        : new Lack(Lack.Of.PEOPLE_WITH_PAIRS, withPairs(anybody()), FEWEST_PEOPLE);
  }

  private List<Misses> misses() {
    List<Misses> misses = new ArrayList<>();
    for (int size : sizes()) {
      for (double falseAlarms : FALSE_ALARMS) {
        misses.add(misses(falseAlarms, size));
      }
    }
    return misses;
  }

  /** The people there are, and then larger and larger registers. */
  private List<Integer> sizes() {
    return Stream.concat(Stream.of(registered()), SIZES.stream())
        .filter(size -> size > 0)
        .distinct()
        .sorted()
        .toList();
  }

  private Misses misses(double falseAlarms, int size) {
    Lack lack = lackOfPeople();
    if (lack != null) {
      return new Misses(falseAlarms, size, null, lack);
    }
    return limits
        .of(falseAlarms, size)
        .map(at -> new Limit(at.distance(), missed(at.distance()), at.basis()))
        .map(limit -> new Misses(falseAlarms, size, limit, null))
        .orElseGet(() -> new Misses(falseAlarms, size, null, lackOfStrangers()));
  }

  private double missed(double distance) {
    return 1 - genuine.shareNearerThan(distance);
  }

  private Lack lackOfStrangers() {
    return strangers.total() < TailFit.WANTED
        ? new Lack(Lack.Of.STRANGER_PAIRS, strangers.total(), TailFit.WANTED)
        : new Lack(Lack.Of.DISTINCT_DISTANCES, 1, 2);
  }

  private GroupFigures group(int group) {
    Histogram genuineOf = tally.genuineOf(group);
    Histogram strangersOf = tally.impostorsOf(group);
    boolean hasPairs = hasPairs(anybody().filter(person -> people.group(person) == group));
    List<GroupRate> rates =
        FARS.stream()
            .filter(far -> lack(far) == null)
            .map(far -> groupRate(far, genuineOf, strangersOf, hasPairs))
            .toList();
    return new GroupFigures(
        groups.names().get(group),
        people.inGroup(group),
        genuineOf.total(),
        strangersOf.total(),
        rates);
  }

  private GroupRate groupRate(double far, Histogram same, Histogram others, boolean hasPairs) {
    double distance = strangers.quantile(far);
    boolean enough = far * others.total() >= Limits.FEWEST_EVENTS;
    Double own = enough ? others.shareNearerThan(distance) : null;
    Double ratio = own == null ? null : own / strangers.shareNearerThan(distance);
    Double tar = hasPairs ? same.shareNearerThan(distance) : null;
    return new GroupRate(far, distance, own, ratio, tar);
  }

  private int registered() {
    return people.size() - 1;
  }

  private IntStream anybody() {
    return IntStream.range(0, people.size());
  }

  private int withPairs(IntStream who) {
    return (int) who.filter(person -> pairs.genuinePairs(person) > 0).count();
  }

  private boolean hasPairs(IntStream who) {
    return withPairs(who) >= FEWEST_PEOPLE;
  }
}
