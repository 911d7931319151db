package dev.riderphotos.execution;

/** This process ends: whoever reads the journal next goes on with the execution. */
public final class StoppedException extends CutShortException {
  public StoppedException() {
    super("This process ends");
  }
}
