package dev.riderphotos.lambda;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.execution.TakenOverException;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;

/**
 * How a state ends that does not end well.
 *
 * @param error Step Functions knows it by this name
 * @param message for people
 */
record StateFailure(String error, String message) {
  private static final String UNAVAILABLE = "BackendUnavailableError";
  private static final String FAILED = "BackendFailedError";

  static StateFailure of(RuntimeException fault) {
    return switch (fault) {
      case Refusal refusal -> named(refusal.error(), refusal);
      case InvalidInputException invalid -> named("InvalidExecutionInput", invalid);
      case TakenOverException taken -> named("TakenOverError", taken);
      case Conflict conflict -> named(UNAVAILABLE, conflict);
      case BackendException backend -> named(backend.retryable() ? UNAVAILABLE : FAILED, backend);
      default -> new StateFailure(FAILED, BackendException.describe(fault));
    };
  }

  private static StateFailure named(String error, RuntimeException fault) {
    return new StateFailure(error, Objects.requireNonNullElse(fault.getMessage(), error));
  }

  /** The error to throw, whose class is in no package: nobody in one can name it in Java. */
  StateError thrown() {
    try {
      return (StateError) Class.forName(error).getConstructor(String.class).newInstance(message);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException missing) {
      throw new IllegalStateException("There is no error of the name " + error, missing);
    }
  }
}
