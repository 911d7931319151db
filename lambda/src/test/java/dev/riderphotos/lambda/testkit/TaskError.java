package dev.riderphotos.lambda.testkit;

/** A task has failed: Step Functions knows the error by its name. */
public final class TaskError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  public TaskError(String error, String message) {
    super(message);
    this.error = error;
  }

  public String error() {
    return error;
  }

  /** What is told people; never {@code null}. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
