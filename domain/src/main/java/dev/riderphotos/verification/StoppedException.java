package dev.riderphotos.verification;

/** This process ends: whoever reads the journal next goes on with the execution. */
public final class StoppedException extends CutShortException {
  StoppedException() {
    super("This process ends");
  }
}
