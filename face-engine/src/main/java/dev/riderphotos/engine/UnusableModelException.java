package dev.riderphotos.engine;

import dev.riderphotos.engine.model.ModelVersion;

/**
 * The engine cannot be opened: its networks are missing or damaged, or this machine cannot run
 * them. Trying again does not help.
 */
public final class UnusableModelException extends RuntimeException {
  UnusableModelException(ModelVersion version, Throwable cause) {
    super(
        "The face engine %s cannot be opened. %s".formatted(version.id(), cause.getMessage()),
        cause);
  }
}
