package dev.riderphotos.lambda;

import java.io.Serial;

/**
 * What a function throws for a state machine to see: its class's name is the error's, its message
 * the cause. It has no stack trace, which Step Functions would keep.
 */
public abstract class StateError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  protected StateError(String message) {
    super(message, null, false, false);
  }
}
