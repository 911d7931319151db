package dev.riderphotos.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who, and from where.
 *
 * @param from the address, behind proxies of ours the one before them; null from this machine's own
 *     shell
 */
public record Origin(Actor who, @Nullable String from) {
  public static Origin commandLine() {
    return new Origin(Actor.commandLine(System.getProperty("user.name", "")), null);
  }

  /** What goes because its term is over. */
  public static Origin sweep() {
    return new Origin(Actor.of(Actor.Kind.SWEEP), null);
  }
}
