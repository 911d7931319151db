package dev.riderphotos.lambda;

import dev.riderphotos.execution.Verdict;
import java.io.Serial;

/** The photo is refused; thrown, because that is how a state machine takes another way. */
final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String error;

  Refusal(Verdict.Rejected verdict) {
    super(verdict.message());
    this.error = verdict.error().title();
  }

  String error() {
    return error;
  }
}
