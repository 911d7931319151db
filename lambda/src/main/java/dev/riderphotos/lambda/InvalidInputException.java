package dev.riderphotos.lambda;

import java.io.Serial;

/** What an execution was started with is nothing that one can be begun with. */
final class InvalidInputException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  InvalidInputException(String message) {
    super(message);
  }
}
