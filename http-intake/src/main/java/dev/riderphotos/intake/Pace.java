package dev.riderphotos.intake;

/** Whether a body comes in as fast as it must, by what has arrived at each full second. */
final class Pace {
  private static final int SPAN = (int) IntakeRules.SPAN.toSeconds();

  private final long seconds;
  private final long bytesInSpan;
  private final long[] arrived = new long[SPAN];
  private long age;

  Pace(IntakeRules rules) {
    this.seconds = rules.time().toSeconds();
    this.bytesInSpan = rules.rate() * SPAN;
  }

  /** Whether it kept up, given what has arrived now that one more second went by. */
  boolean keptUp(long bytes) {
    age++;
    int slot = (int) (age % SPAN);
    long inSpan = bytes - arrived[slot]; // what had arrived as long ago as the span is
    arrived[slot] = bytes;
    return age < seconds && (age < SPAN || inSpan >= bytesInSpan);
  }
}
