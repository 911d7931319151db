package dev.riderphotos.ruler;

import dev.riderphotos.ruler.Measurement.Bar;
import dev.riderphotos.ruler.Measurement.Basis;
import dev.riderphotos.ruler.Measurement.Curves;
import dev.riderphotos.ruler.Measurement.SizePoint;
import dev.riderphotos.ruler.Measurement.TarPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Points along the figures, enough to draw lines through. */
final class CurvePoints {
  private static final int BARS = 96;
  private static final int A_DECADE = 12;
  private static final double LOWEST_FAR = 1e-6;
  private static final int SMALLEST = 10;
  private static final int LARGEST = 100_000;

  private final Histogram genuine;
  private final Histogram strangers;
  private final Limits limits;
  private final boolean enough;

  /**
   * @param enough whether there are people enough to speak of genuine pairs
   */
  CurvePoints(Histogram genuine, Histogram strangers, Limits limits, boolean enough) {
    this.genuine = genuine;
    this.strangers = strangers;
    this.limits = limits;
    this.enough = enough;
  }

  Curves points(int registered) {
    return enough
        ? new Curves(bars(), tars(), misses(registered))
        : new Curves(bars(), List.of(), List.of());
  }

  private List<Bar> bars() {
    double farthest = Math.max(genuine.farthest(), strangers.farthest());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < BARS; i++) {
      double from = farthest * i / BARS;
      double to = farthest * (i + 1) / BARS;
      bars.add(new Bar(from, to, share(genuine, from, to), share(strangers, from, to)));
    }
    return bars;
  }

  private static double share(Histogram pairs, double from, double to) {
    return pairs.total() == 0
        ? 0
        : (double) (pairs.nearerThan(to) - pairs.nearerThan(from)) / pairs.total();
  }

  /** From one in ten to where too few pairs are left. */
  private List<TarPoint> tars() {
    double lowest = Math.max(LOWEST_FAR, (double) Limits.FEWEST_EVENTS / strangers.total());
    return decades(lowest, 0.1)
        .mapToObj(far -> new TarPoint(far, genuine.shareNearerThan(strangers.quantile(far))))
        .toList();
  }

  private List<SizePoint> misses(int registered) {
    List<SizePoint> points = new ArrayList<>();
    for (double falseAlarms : Comparison.FALSE_ALARMS) {
      int[] sizes = decades(SMALLEST, LARGEST).mapToInt(size -> (int) Math.round(size)).toArray();
      for (int size : sizes) {
        // The people there are have their own figure, which pairs need not agree with.
        if (size != registered) {
          limits
              .of(falseAlarms, size)
              .map(at -> point(falseAlarms, size, at))
              .ifPresent(points::add);
        }
      }
    }
    return points;
  }

  private SizePoint point(double falseAlarms, int size, Limits.Distance at) {
    return new SizePoint(
        falseAlarms,
        size,
        1 - genuine.shareNearerThan(at.distance()),
        at.basis() == Basis.EXTRAPOLATED);
  }

  private static DoubleStream decades(double from, double to) {
    int steps = Math.max(1, (int) Math.ceil(A_DECADE * Math.log10(to / from)));
    return DoubleStream.iterate(0, i -> i <= steps, i -> i + 1)
        .map(i -> from * Math.pow(to / from, i / steps));
  }
}
