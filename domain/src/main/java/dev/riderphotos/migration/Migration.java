package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.Role;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The move of the faces of one collection into another of a newer face model.
 *
 * @param from whose faces are moved; {@code null} if they are those of a records file, which can
 *     never go live
 * @param to where they go
 * @param role what {@code from} was live for when this was prepared; {@code null} if for nothing
 * @param photosIn the bucket whose keys are the external image ids of {@code from}; {@code null} if
 *     the photos are known otherwise
 * @param proof what was proven last, and nothing was moved since; {@code null} if nothing was
 * @param revision how often it was written
 */
public record Migration(
    MigrationId id,
    @Nullable CollectionId from,
    CollectionId to,
    @Nullable Role role,
    @Nullable String photosIn,
    MigrationOptions options,
    MigrationState state,
    @Nullable Proof proof,
    Instant preparedAt,
    long revision) {
  public Migration {
    if (Objects.equals(from, to)) {
      throw new IllegalArgumentException("A collection is not moved into itself");
    }
    if (role != null && options.keepNewFaces()) {
      throw new IllegalArgumentException(
          "New faces are not kept where riders or the gallery are: nobody would know whose they"
              + " are. Leave --keep-new-faces out");
    }
  }

  public static Migration prepared(
      MigrationId id,
      @Nullable CollectionId from,
      CollectionId to,
      @Nullable Role role,
      MigrationOptions options,
      Instant now) {
    return new Migration(id, from, to, role, null, options, MigrationState.READY, null, now, 0);
  }

  public Migration in(MigrationState next) {
    Proof kept = next == MigrationState.RUNNING ? null : proof;
    return new Migration(
        id, from, to, role, photosIn, options, next, kept, preparedAt, revision + 1);
  }

  public Migration with(MigrationOptions other) {
    return new Migration(
        id, from, to, role, photosIn, other, state, proof, preparedAt, revision + 1);
  }

  /** What was proven does not hold any more. */
  Migration unproven() {
    MigrationState next = state == MigrationState.PROVEN ? MigrationState.DONE : state;
    return new Migration(
        id, from, to, role, photosIn, options, next, null, preparedAt, revision + 1);
  }

  Migration photosIn(@Nullable String bucket) {
    return new Migration(id, from, to, role, bucket, options, state, proof, preparedAt, revision);
  }

  Migration proven(Proof now, MigrationState next) {
    return new Migration(
        id, from, to, role, photosIn, options, next, now, preparedAt, revision + 1);
  }

  /**
   * The way back, for what happens while the new collection is the live one. It has a ledger of its
   * own, and is not among the migrations.
   *
   * @throws IllegalStateException if there is no way back
   */
  Migration back() {
    if (from == null) {
      throw new IllegalStateException("A records file has no way back");
    }
    MigrationId back = new MigrationId(id.value() + "-back");
    return new Migration(back, to, from, role, photosIn, options, state, null, preparedAt, 0);
  }
}
