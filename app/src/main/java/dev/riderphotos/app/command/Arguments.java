package dev.riderphotos.app.command;

import java.util.function.Supplier;

/** Makes our values of what was typed. */
final class Arguments {
  private Arguments() {}

  /** The value, unless it refuses what was typed: wrong usage. */
  static <T> T valid(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(refused.getMessage()));
    }
  }
}
