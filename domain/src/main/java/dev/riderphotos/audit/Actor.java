package dev.riderphotos.audit;

import dev.riderphotos.access.ApiKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, or was shown it.
 *
 * @param id the key's, or the rider's keyed hash; null of whoever has none
 * @param name the key's, or the system's user's; null of whoever has none
 */
public record Actor(Kind kind, @Nullable String id, @Nullable String name) {
  /** How somebody is known. */
  public enum Kind {
    /** By a key, or signed in with one. */
    KEY,
    /** By a link. */
    RIDER,
    COMMAND_LINE,
    /** Whoever uses a server that is open to all on its machine. */
    DEMO,
    /** By none of our means: such as by an address that was signed. */
    STRANGER,
    /** Nobody: what is kept has a term. */
    SWEEP;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty if none is called so. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  public static Actor key(ApiKey key) {
    return new Actor(Kind.KEY, key.id().value(), key.name());
  }

  /** By the keyed hash, never the id. */
  public static Actor rider(String hash) {
    return new Actor(Kind.RIDER, hash, null);
  }

  public static Actor commandLine(String systemUser) {
    return new Actor(Kind.COMMAND_LINE, null, systemUser);
  }

  public static Actor of(Kind kind) {
    return new Actor(kind, null, null);
  }

  /** Whether somebody means this one by that: how it is known, its id or its name. */
  boolean isCalled(String word) {
    return kind.word().equals(word) || word.equals(id) || word.equals(name);
  }
}
