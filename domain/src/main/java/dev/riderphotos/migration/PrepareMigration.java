package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the move of a collection: makes the new one, and notes every face with its photo. What
 * was cut short is completed by the run.
 */
public final class PrepareMigration {
  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final LiveCollections live;
  private final FollowChanges changes;
  private final InstantSource clock;

  public PrepareMigration(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      LiveCollections live,
      FollowChanges changes,
      InstantSource clock) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.live = live;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What is to be moved where.
   *
   * @param model of the new collection; {@code null} for the backend's choice
   * @param photosIn as of {@link Migration}
   * @param sameModel whether the new collection may be of the old one's model
   */
  public record Order(
      CollectionId from,
      CollectionId to,
      @Nullable String model,
      @Nullable String photosIn,
      boolean sameModel,
      MigrationOptions options) {}

  /** What came of it. */
  public sealed interface Prepared {
    /** It may be run. */
    record Ready(Migration migration, Counts counts) implements Prepared {}

    /** It is not prepared, and nothing was made; the sentence says why. */
    record Refused(String sentence) implements Prepared {}
  }

  /** Refuses at once what cannot be moved. */
  public Prepared prepare(Order order, FaceOrigins origins) {
    String refusal = refusal(order);
    if (refusal != null) {
      return new Prepared.Refused(refusal);
    }
    Migration migration =
        Migration.prepared(
                MigrationId.at(clock.instant()),
                order.from(),
                order.to(),
                roleOf(order.from()).orElse(null),
                order.options(),
                clock.instant())
            .photosIn(order.photosIn());
    String unmade = make(order);
    return unmade == null ? ready(migration, origins) : new Prepared.Refused(unmade);
  }

  /**
   * Prepares what a records file says, whose records are added by the caller.
   *
   * @return the migration, or why there is none
   */
  public Prepared prepare(CollectionId to, MigrationOptions options) {
    if (collections.describe(to).isEmpty()) {
      return new Prepared.Refused("There is no collection " + to + ". Make it first");
    }
    Optional<Migration> other = busy(to);
    if (other.isPresent()) {
      return new Prepared.Refused(isBusy(to, other.get()));
    }
    MigrationId id = MigrationId.at(clock.instant());
    Migration migration = Migration.prepared(id, null, to, null, options, clock.instant());
    migrations.add(migration);
    return new Prepared.Ready(migration, ledger.counts(id));
  }

  private Prepared ready(Migration migration, FaceOrigins origins) {
    migrations.add(migration);
    if (migration.role() != null) {
      live.pair(migration.role(), migration.to());
    }
    FollowChanges.Changes _ = changes.follow(migration, origins);
    return new Prepared.Ready(migration, ledger.counts(migration.id()));
  }

  /** What a collection is live for. */
  private Optional<Role> roleOf(CollectionId collection) {
    return Arrays.stream(Role.values()).filter(role -> live.of(role).equals(collection)).findAny();
  }

  private @Nullable String refusal(Order order) {
    CollectionId from = order.from();
    CollectionId to = order.to();
    if (from.equals(to)) {
      return "A collection is not moved into itself. Name another";
    }
    Optional<Description> old = collections.describe(from);
    if (old.isEmpty()) {
      return "There is no collection " + from;
    }
    if (old.get().faces() == 0) {
      return "There is no face in " + from + ": nothing is to be moved";
    }
    if (roleOf(to).isPresent()) {
      return to + " is live already. Name another";
    }
    Optional<Migration> other = busy(from).or(() -> busy(to));
    return other
        .map(migration -> isBusy(busy(from).isPresent() ? from : to, migration))
        .orElseGet(() -> refusal(old.get(), collections.describe(to).orElse(null), order));
  }

  private static @Nullable String refusal(
      Description old, @Nullable Description present, Order order) {
    if (present == null) {
      return isSame(old, order.model(), order) ? sameModel(old) : null;
    }
    if (present.faces() > 0) {
      return "There are %,d faces in %s already. Name a new one"
          .formatted(present.faces(), order.to());
    }
    if (order.model() != null && !present.modelVersion().equals(order.model())) {
      return "%s is there already, with face model %s. Name a new one"
          .formatted(order.to(), present.modelVersion());
    }
    return isSame(old, present.modelVersion(), order) ? sameModel(old) : null;
  }

  private static boolean isSame(Description old, @Nullable String model, Order order) {
    return !order.sameModel() && old.modelVersion().equals(model);
  }

  private static String sameModel(Description old) {
    return "%s is of face model %s, which the new collection would be of, too. Name another,"
            .formatted(old.id(), old.modelVersion())
        + " or say that it may be the same";
  }

  /** Says why it could not be made; {@code null} if it is there. */
  private @Nullable String make(Order order) {
    if (collections.describe(order.to()).isPresent()) {
      return null;
    }
    String model = order.model();
    Optional<Summary> made =
        model == null ? collections.create(order.to()) : collections.create(order.to(), model);
    boolean same = made.filter(summary -> isSame(order, summary)).isPresent();
    if (same) {
      Optional<CollectionId> _ = collections.delete(order.to());
      return sameModel(collections.describe(order.from()).orElseThrow());
    }
    return null;
  }

  private boolean isSame(Order order, Summary made) {
    return collections
        .describe(order.from())
        .filter(old -> isSame(old, made.modelVersion(), order))
        .isPresent();
  }

  private Optional<Migration> busy(CollectionId collection) {
    return migrations.all().stream()
        .filter(migration -> !migration.state().over())
        .filter(
            migration -> collection.equals(migration.from()) || collection.equals(migration.to()))
        .findFirst();
  }

  private static String isBusy(CollectionId collection, Migration migration) {
    return "%s is part of the migration %s, which is %s. Finish or cancel it first"
        .formatted(collection, migration.id(), migration.state());
  }
}
