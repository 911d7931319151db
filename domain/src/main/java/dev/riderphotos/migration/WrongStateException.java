package dev.riderphotos.migration;

import java.util.Collection;
import java.util.stream.Collectors;

/** What was asked of a migration is not possible in the state that it is in. */
public final class WrongStateException extends RuntimeException {
  private WrongStateException(String message) {
    super(message);
  }

  static void unlessIn(Migration migration, Collection<MigrationState> possible) {
    if (!possible.contains(migration.state())) {
      throw new WrongStateException(
          "The migration is %s; this is possible while it is %s"
              .formatted(
                  migration.state(),
                  possible.stream().sorted().map(Enum::name).collect(Collectors.joining(", "))));
    }
  }
}
