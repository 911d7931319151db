package dev.riderphotos.testkit;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.Retries;
import java.util.function.IntFunction;

/** Tries again without a pause. */
public final class ImmediateRetries implements Retries {
  private final int attempts;

  /** As often as the product does by default. */
  public ImmediateRetries() {
    this(7);
  }

  public ImmediateRetries(int attempts) {
    this.attempts = attempts;
  }

  @Override
  public <T> T call(IntFunction<T> attempt) {
    for (int number = 1; ; number++) {
      try {
        return attempt.apply(number);
      } catch (BackendException fault) {
        if (!fault.retryable() || number == attempts) {
          throw fault;
        }
      } catch (Conflict conflict) {
        if (number == attempts) {
          throw conflict;
        }
      }
    }
  }
}
