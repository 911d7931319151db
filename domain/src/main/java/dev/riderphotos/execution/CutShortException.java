package dev.riderphotos.execution;

/** A run may write nothing more: somebody else brings its execution to an end. */
public abstract sealed class CutShortException extends RuntimeException
    permits StoppedException, TakenOverException {
  CutShortException(String message) {
    super(message);
  }
}
