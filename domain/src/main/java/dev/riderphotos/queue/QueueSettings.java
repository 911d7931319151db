package dev.riderphotos.queue;

/**
 * How many executions there may be at a time.
 *
 * @param atOnce that run
 * @param waiting that wait to run, or pause between two attempts
 * @param perRider of one rider's, be it that they wait or run
 */
public record QueueSettings(int atOnce, int waiting, int perRider) {
  public static final QueueSettings DEFAULT = new QueueSettings(8, 200, 10);

  public QueueSettings {
    if (atOnce < 1 || waiting < 1 || perRider < 1) {
      throw new IllegalArgumentException("At least one runs, one waits, and each rider has one");
    }
  }

  int places() {
    return atOnce + waiting;
  }

  /** One caller may send for many riders, and half of the places are for the others. */
  int perCaller() {
    return Math.max(perRider, places() / 2);
  }
}
