package dev.riderphotos.migration;

import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.RunMigration.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the new collection the live one, or the old one again. Both hold the same faces at that
 * moment: what was registered since the last look is carried over while nobody registers. Nobody is
 * refused for it; whoever registers meanwhile waits. Of several processes one does it.
 */
public final class CutOver {
  private static final int PAGE = 1000;

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final LiveCollections live;
  private final RegistrationTurn turn;
  private final RunMigration run;
  private final FollowChanges changes;
  private final WithdrawFace withdrawal;

  public CutOver(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      LiveCollections live,
      RegistrationTurn turn,
      RunMigration run,
      FollowChanges changes,
      WithdrawFace withdrawal) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.live = live;
    this.turn = turn;
    this.run = run;
    this.changes = changes;
    this.withdrawal = withdrawal;
  }

  /**
   * What has to be reached.
   *
   * @param minMoved the share of faces that were moved, 0 to 100
   * @param minFound the share of the sample that found itself, 0 to 100
   */
  public record Bar(double minMoved, double minFound) {
    public static final Bar USUAL = new Bar(99.5, 99.9);

    public Bar {
      if (!(minMoved >= 0 && minMoved <= 100 && minFound >= 0 && minFound <= 100)) {
        throw new IllegalArgumentException("A share is 0 to 100");
      }
    }
  }

  /** What came of it. */
  public sealed interface Answer {
    /** The other collection is live. */
    record Switched(Migration migration) implements Answer {}

    /** Nothing was switched; each sentence says one thing that is against it. */
    record Refused(List<String> reasons) implements Answer {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Makes the new collection live, if nothing is against it.
   *
   * @throws RunElsewhereException if another process runs or switches it
   */
  public Answer cutOver(MigrationId id, Bar bar, Crew crew) {
    MigrationAct.CUT_OVER.requirePossible(find(id));
    return Claimed.by(migrations, id, () -> over(id, bar, crew));
  }

  private Answer over(MigrationId id, Bar bar, Crew crew) {
    Migration migration = find(id);
    MigrationAct.CUT_OVER.requirePossible(migration);
    if (migration.state() == MigrationState.LIVE) {
      return new Answer.Switched(migration);
    }
    if (migration.state() == MigrationState.PROVEN && migration.role() != null) {
      moveAll(migration, id, crew); // what a switch that was cut short had begun to carry over
    }
    List<String> reasons = reasonsAgainst(migration, bar);
    if (!reasons.isEmpty()) {
      return new Answer.Refused(reasons);
    }
    carry(() -> forward(migration, crew, origins(crew)));
    Migration next = migration.in(MigrationState.LIVE);
    switchOver(migration, next, () -> forward(migration, crew, settled(crew)));
    carry(() -> forward(migration, crew, origins(crew))); // the gallery does not wait for its turn
    return new Answer.Switched(next);
  }

  /**
   * Makes the old collection live again; nothing is against it.
   *
   * @throws RunElsewhereException if another process switches it
   */
  public Answer back(MigrationId id, Crew crew) {
    MigrationAct.BACK.requirePossible(find(id));
    return Claimed.by(migrations, id, () -> backAgain(id, crew));
  }

  private Answer backAgain(MigrationId id, Crew crew) {
    Migration migration = find(id);
    MigrationAct.BACK.requirePossible(migration);
    Migration back = migration.back();
    carry(() -> backward(migration, back, crew, origins(crew)));
    Migration next = migration.in(MigrationState.DONE);
    switchOver(back, next, () -> backward(migration, back, crew, settled(crew)));
    carry(() -> backward(migration, back, crew, origins(crew)));
    return new Answer.Switched(next);
  }

  private List<String> reasonsAgainst(Migration migration, Bar bar) {
    List<String> reasons = new ArrayList<>();
    Counts counts = ledger.counts(migration.id());
    if (migration.role() == null || migration.from() == null) {
      reasons.add("Only what was prepared from a live collection can be switched to.");
    }
    if (counts.open() > 0) {
      reasons.add("%,d faces are open. Run it first.".formatted(counts.open()));
    }
    long ended = counts.ended() - counts.of(Outcome.WITHDRAWN);
    double moved = ended == 0 ? 100 : 100.0 * counts.of(Outcome.MOVED) / ended;
    if (moved < bar.minMoved()) {
      reasons.add(
          "%.2f %% of the faces are moved, and it has to be %s %%. See the report."
              .formatted(moved, bar.minMoved()));
    }
    reasons.addAll(reasonsAgainst(migration.proof(), bar));
    return reasons;
  }

  private static List<String> reasonsAgainst(@Nullable Proof proof, Bar bar) {
    if (proof == null) {
      return List.of("It is not proven since faces were moved last. Verify it first.");
    }
    List<String> reasons = new ArrayList<>();
    if (proof.faults() > 0) {
      reasons.add("%,d faults were found when it was verified.".formatted(proof.faults()));
    }
    if (proof.found() < bar.minFound()) {
      reasons.add(
          "%.2f %% of the sample found itself, and it has to be %s %%."
              .formatted(proof.found(), bar.minFound()));
    }
    if (proof.another() > 0) {
      reasons.add("%,d faces of the sample found somebody else.".formatted(proof.another()));
    }
    return reasons;
  }

  private static void carry(Supplier<Boolean> changed) {
    while (changed.get()) {
      // Somebody registers all the time: what is left for the turn is little.
    }
  }

  private void switchOver(Migration way, Migration next, Supplier<Boolean> last) {
    Role role = Objects.requireNonNull(way.role());
    CollectionId from = Objects.requireNonNull(way.from());
    boolean _ =
        turn.whileNobodyRegisters(
            () -> {
              boolean changed = last.get();
              Claimed.require(migrations, next.id());
              live.switchOver(role, from, way.to());
              return changed;
            });
    migrations.replace(next);
  }

  /** Follows what was registered and deleted in the old collection; says whether there was any. */
  private boolean forward(Migration migration, Crew crew, FaceOrigins origins) {
    boolean changed = !changes.follow(migration, origins).none();
    moveAll(migration, migration.id(), crew);
    return changed;
  }

  /** The same in the new collection, but for what was moved there. */
  private boolean backward(Migration migration, Migration back, Crew crew, FaceOrigins origins) {
    boolean deleted = deleteWhatIsGone(migration) > 0;
    boolean changed =
        !changes
            .follow(back, origins, face -> !ledger.rowsOf(migration.id(), face).isEmpty())
            .none();
    moveAll(back, migration.id(), crew);
    return deleted || changed;
  }

  /** What is not moved when the process is to end, or another took over, bars the switch. */
  private void moveAll(Migration way, MigrationId id, Crew crew) {
    run.moveAll(way, crew, () -> !crew.stop().getAsBoolean() && migrations.claim(id));
    if (crew.stop().getAsBoolean()) {
      throw new StoppedException();
    }
    Claimed.require(migrations, id);
  }

  /** Faces that were moved, and deleted since, are deleted where they came from. */
  private long deleteWhatIsGone(Migration migration) {
    long gone = 0;
    FaceId after = null;
    List<FaceRow> page;
    do {
      page = ledger.rows(migration.id(), Outcome.MOVED, after, PAGE);
      Set<FaceId> there = there(migration.to(), page);
      for (FaceRow row : page) {
        after = row.provided().id();
        if (!there.contains(Objects.requireNonNull(row.newFace()))) {
          withdrawal.withdrawFromBoth(migration, row.provided().id());
          gone++;
        }
      }
    } while (page.size() == PAGE);
    return gone;
  }

  private Set<FaceId> there(CollectionId collection, List<FaceRow> rows) {
    List<FaceId> faces = rows.stream().map(FaceRow::newFace).filter(Objects::nonNull).toList();
    return faces.isEmpty()
        ? Set.of()
        : collections.faces(collection, faces).map(FacePage::faces).orElse(List.of()).stream()
            .map(IndexedFace::id)
            .collect(Collectors.toSet());
  }

  private static FaceOrigins origins(Crew crew) {
    return Objects.requireNonNull(crew.origins(), "What is live has origins");
  }

  /** They are asked in the turn already, so that there is nobody to wait for. */
  private static FaceOrigins settled(Crew crew) {
    FaceOrigins origins = origins(crew);
    return new FaceOrigins() {
      @Override
      public Optional<Origin> of(IndexedFace face) {
        return origins.of(face);
      }

      @Override
      public String reason() {
        return origins.reason();
      }
    };
  }

  private Migration find(MigrationId id) {
    return migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
  }
}
