package dev.riderphotos.ruler;

import static dev.riderphotos.ruler.Words.percent;

import dev.riderphotos.ruler.Measurement.Bar;
import dev.riderphotos.ruler.Measurement.Found;
import dev.riderphotos.ruler.Measurement.Rate;
import dev.riderphotos.ruler.Measurement.SizePoint;
import dev.riderphotos.ruler.Measurement.TarPoint;
import dev.riderphotos.ruler.Plot.Line;
import dev.riderphotos.ruler.Plot.Spot;
import dev.riderphotos.ruler.Plot.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The three drawings of a measurement. */
final class Plots {
  private final Measurement measurement;

  Plots(Measurement measurement) {
    this.measurement = measurement;
  }

  List<Plot> all() {
    return measurement.curves().tarOverFar().isEmpty()
        ? List.of(distances())
        : List.of(distances(), tarOverFar(), misses());
  }

  /** Each kind by its own highest point: there are a thousand times as many pairs of strangers. */
  private Plot distances() {
    List<Bar> bars = measurement.curves().distances();
    Axis below = Axis.below(0, bars.getLast().to());
    return new Plot(
        "How far apart photos are",
        "Distances of pairs of one person lie about %s, of strangers about %s."
            .formatted(
                Words.distance(middle(bars, Bar::genuine)),
                Words.distance(middle(bars, Bar::impostors))),
        "distance",
        distanceTicks(below),
        List.of(),
        List.of(
            new Line(area(bars, Bar::impostors, below), "strangers area"),
            new Line(area(bars, Bar::genuine, below), "same area")),
        List.of());
  }

  private Plot tarOverFar() {
    List<TarPoint> points = measurement.curves().tarOverFar();
    double lowest = Math.pow(10, Math.floor(Math.log10(points.getFirst().far()) + 1e-9));
    Axis below = Axis.belowByTens(lowest, 0.1);
    Axis beside = Axis.beside(floor(points), 1);
    return new Plot(
        "How many are recognised, by how many strangers are taken for them",
        "From %s recognised where %s of strangers are taken for one person, to %s where %s are."
            .formatted(
                percent(points.getFirst().tar()),
                percent(points.getFirst().far()),
                percent(points.getLast().tar()),
                percent(points.getLast().far())),
        "pairs of strangers taken for one person",
        ticks(tens(lowest, 0.1), below, Words::percent),
        percents(beside),
        List.of(
            new Line(path(points, p -> below.at(p.far()) + " " + beside.at(p.tar())), "same line")),
        measurement.rates().stream()
            .filter(rate -> rate.found() != null)
            .map(rate -> spot(rate, below, beside))
            .toList());
  }

  private Plot misses() {
    List<SizePoint> points = measurement.curves().misses();
    Axis below = Axis.belowByTens(10, 100_000);
    Axis beside = Axis.beside(0, 1);
    return new Plot(
        "How many are missed, by how many people are registered",
        "Rising with the number of people; dashed where nothing was measured.",
        "people registered",
        ticks(tens(10, 100_000), below, size -> Words.number(Math.round(size))),
        percents(beside),
        Comparison.FALSE_ALARMS.stream()
            .flatMap(rate -> lines(ofRate(points, rate), rate, below, beside).stream())
            .toList(),
        measuredMisses(below, beside));
  }

  private static Spot spot(Rate rate, Axis below, Axis beside) {
    Found found = Objects.requireNonNull(rate.found());
    return new Spot(
        below.at(rate.far()),
        beside.at(found.tar()),
        beside.at(found.interval().low()),
        beside.at(found.interval().high()),
        "same");
  }

  private List<Spot> measuredMisses(Axis below, Axis beside) {
    List<Spot> spots = new ArrayList<>();
    for (Measurement.Misses misses : measurement.misses()) {
      Measurement.Limit limit = misses.limit();
      if (limit != null && limit.basis() == Measurement.Basis.NEWCOMERS) {
        String y = beside.at(limit.missed());
        spots.add(new Spot(below.at(misses.registered()), y, y, y, style(misses.falseAlarms())));
      }
    }
    return spots;
  }

  private static List<SizePoint> ofRate(List<SizePoint> points, double rate) {
    return points.stream().filter(point -> point.falseAlarms() == rate).toList();
  }

  /** What was measured, and from its end on what was not. */
  private static List<Line> lines(List<SizePoint> points, double rate, Axis below, Axis beside) {
    int measured = (int) points.stream().filter(point -> !point.extrapolated()).count();
    List<SizePoint> known = points.subList(0, measured);
    List<SizePoint> drawnOn = points.subList(Math.max(0, measured - 1), points.size());
    ToCoordinates<SizePoint> place =
        point -> below.at(point.registered()) + " " + beside.at(point.missed());
    return List.of(
        new Line(path(known, place), style(rate) + " line"),
        new Line(path(drawnOn, place), style(rate) + " line dashed"));
  }

  private static String style(double rate) {
    return rate == Comparison.FALSE_ALARMS.getFirst() ? "first" : "second";
  }

  @FunctionalInterface
  private interface ToCoordinates<T> {
    String of(T point);
  }

  private static <T> String path(List<T> points, ToCoordinates<T> place) {
    return points.isEmpty() ? "" : "M" + String.join(" L", points.stream().map(place::of).toList());
  }

  private static String area(List<Bar> bars, ToDoubleFunction<Bar> share, Axis below) {
    double highest = bars.stream().mapToDouble(share).max().orElse(0);
    if (highest == 0) {
      return "";
    }
    Axis beside = Axis.beside(0, highest);
    String outline =
        path(
            bars,
            bar ->
                below.at((bar.from() + bar.to()) / 2) + " " + beside.at(share.applyAsDouble(bar)));
    return "M%s %s L%s L%s %s Z"
        .formatted(
            below.at(bars.getFirst().from()),
            beside.at(0),
            outline.substring(1),
            below.at(bars.getLast().to()),
            beside.at(0));
  }

  private static double middle(List<Bar> bars, ToDoubleFunction<Bar> share) {
    double sum = 0;
    for (Bar bar : bars) {
      sum += share.applyAsDouble(bar);
      if (sum >= 0.5) {
        return (bar.from() + bar.to()) / 2;
      }
    }
    return 0;
  }

  /** Half where all are above it, else nothing is cut off. */
  private static double floor(List<TarPoint> points) {
    return points.stream().allMatch(point -> point.tar() > 0.5) ? 0.5 : 0;
  }

  private static List<Tick> percents(Axis axis) {
    return ticks(
        IntStream.rangeClosed(0, 4)
            .mapToDouble(i -> axis.from() + (axis.to() - axis.from()) * i / 4),
        axis,
        Words::percent);
  }

  private static List<Tick> ticks(DoubleStream values, Axis axis, DoubleFunction<String> label) {
    List<Tick> ticks = new ArrayList<>();
    for (double value : values.toArray()) {
      String every = ticks.size() % 2 == 0 ? "even" : "odd";
      ticks.add(new Tick(axis.at(value), label.apply(value), every));
    }
    return ticks;
  }

  private static DoubleStream tens(double from, double to) {
    int first = (int) Math.round(Math.log10(from));
    int last = (int) Math.round(Math.log10(to));
    return IntStream.rangeClosed(first, last).mapToDouble(ten -> Math.pow(10, ten));
  }

  private static List<Tick> distanceTicks(Axis axis) {
    double step = axis.to() > 1.2 ? 0.2 : 0.1;
    int last = (int) Math.floor(axis.to() / step + 1e-9);
    int every = Math.max(1, Math.ceilDiv(last, 12));
    return ticks(
        IntStream.rangeClosed(0, last / every).mapToDouble(i -> i * every * step),
        axis,
        at -> String.format(Locale.ENGLISH, "%.1f", at));
  }
}
