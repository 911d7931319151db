package dev.riderphotos.app.wiring;

/** What the chosen adapters need on AWS is not there, or these credentials may not see it. */
public final class MissingOnAwsException extends RuntimeException {
  MissingOnAwsException(String missing) {
    super(
        "On AWS this is missing, or cannot be seen: %s. See 'aws check' and 'aws create'."
            .formatted(missing));
  }
}
