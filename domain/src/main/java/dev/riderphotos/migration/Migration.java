package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The move of the faces of one collection into another of a newer face model.
 *
 * @param from whose faces are moved; {@code null} if they are those of a records file, which can
 *     never go live
 * @param to where they go
 * @param revision how often it was written
 */
public record Migration(
    MigrationId id,
    @Nullable CollectionId from,
    CollectionId to,
    MigrationOptions options,
    MigrationState state,
    Instant preparedAt,
    long revision) {
  public Migration {
    if (Objects.equals(from, to)) {
      throw new IllegalArgumentException("A collection is not moved into itself");
    }
  }

  public static Migration prepared(
      MigrationId id,
      @Nullable CollectionId from,
      CollectionId to,
      MigrationOptions options,
      Instant now) {
    return new Migration(id, from, to, options, MigrationState.READY, now, 0);
  }

  public Migration in(MigrationState next) {
    return new Migration(id, from, to, options, next, preparedAt, revision + 1);
  }

  public Migration with(MigrationOptions other) {
    return new Migration(id, from, to, other, state, preparedAt, revision + 1);
  }
}
