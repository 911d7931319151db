package dev.riderphotos.ruler;

import dev.riderphotos.ruler.Measurement.Basis;
import java.util.Optional;

/** The distances at which some share of newcomers have a stranger nearer. */
final class Limits {
  /** So many events make a share worth saying. */
  static final int FEWEST_EVENTS = 5;

  private final Histogram strangers;
  private final Optional<TailFit> tail;
  private final double[] nearest;
  private final int others;

  record Distance(double distance, Basis basis) {}

  /**
   * @param nearest the distances of newcomers to the nearest of the others, rising
   * @param others how many are registered for a newcomer
   */
  Limits(Histogram strangers, double[] nearest, int others) {
    this.strangers = strangers;
    this.tail = TailFit.of(strangers);
    this.nearest = nearest;
    this.others = others;
  }

  /** Empty where there is too little to go by. */
  Optional<Distance> of(double falseAlarms, int registered) {
    if (registered == others && falseAlarms * nearest.length >= FEWEST_EVENTS) {
      double distance = nearest[(int) (falseAlarms * nearest.length)];
      return Optional.of(new Distance(distance, Basis.NEWCOMERS));
    }
    return registered <= others
        ? counted(falseAlarms, registered).or(() -> drawnOn(falseAlarms, registered))
        : drawnOn(falseAlarms, registered);
  }

  /** From pairs, however many people they are of, and beyond them from the curve. */
  Optional<Distance> ofPairs(double falseAlarms, int registered) {
    return counted(falseAlarms, registered).or(() -> drawnOn(falseAlarms, registered));
  }

  private Optional<Distance> counted(double falseAlarms, int registered) {
    double share = share(falseAlarms, registered);
    return share * strangers.total() < FEWEST_EVENTS
        ? Optional.empty()
        : Optional.of(new Distance(strangers.quantile(share), Basis.PAIRS));
  }

  private Optional<Distance> drawnOn(double falseAlarms, int registered) {
    return tail.map(fit -> Math.max(0, fit.distance(share(falseAlarms, registered))))
        .map(distance -> new Distance(distance, Basis.EXTRAPOLATED));
  }

  /** F of 1 − (1 − F)^N = rate, without losing what is small. */
  private static double share(double falseAlarms, int registered) {
    return -Math.expm1(Math.log1p(-falseAlarms) / registered);
  }
}
