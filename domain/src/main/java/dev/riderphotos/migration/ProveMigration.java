package dev.riderphotos.migration;

import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.migration.FindAgain.Found;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Proves that what was moved is there: every row has its face in the new collection under its name,
 * every face there has a row, every face of the old collection has an outcome, and the counts add
 * up; that a sample of faces finds itself again; which riders the new model takes for one person
 * that the old one did not; and how much of what was said of faces of the gallery holds no more.
 * What it finds is noted with the migration.
 */
public final class ProveMigration {
  /** How many faces are sampled, if nobody says otherwise. */
  public static final int SAMPLE = 10_000;

  private static final int MOST_RIDERS = 50_000;
  private static final long SEED = 20_260_101;

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final FindAgain again;
  private final DuplicateBar bar;
  private final TellApart told;
  private final InstantSource clock;

  public ProveMigration(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      FindAgain again,
      DuplicateBar bar,
      TellApart told,
      InstantSource clock) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.again = again;
    this.bar = bar;
    this.told = told;
    this.clock = clock;
  }

  /** Is told what is found; from several threads. */
  public interface Findings {
    /** Something is not as it has to be; the sentence says what. */
    void fault(String sentence);

    /** So many faces were added to the old collection since; they follow before a switch. */
    void addedSince(long faces);

    /** A face of the sample was searched for. */
    void searched(FaceRow row, Found found);

    /** The new collection takes two riders for one person, which the old one did not. */
    void duplicate(FaceRow one, FaceRow other, double similarity);
  }

  /**
   * Proves it.
   *
   * @param sample how many faces are searched for, chosen by chance but the same ones each time
   * @return the migration, {@link MigrationState#PROVEN} if it has no fault
   * @throws WrongStateException if it is not done
   */
  public Migration prove(MigrationId id, int sample, Findings findings, BooleanSupplier stop) {
    Migration migration = migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
    MigrationAct.VERIFY.requirePossible(migration);
    Tally tally = new Tally(findings);
    new CheckMoved(ledger, collections).check(migration, tally::fault, findings::addedSince);
    searchSample(migration, sample, tally, stop);
    if (migration.role() == Role.RIDERS) {
      NewDuplicates duplicates = new NewDuplicates(migration, ledger, collections, bar);
      forEachSampled(
          migration,
          MOST_RIDERS,
          row -> {
            if (!stop.getAsBoolean()) {
              duplicates.of(row).forEach(tally::duplicate);
            }
          });
    }
    if (migration.role() == Role.GALLERY) {
      tally.distinctionsLost = distinctionsLost(migration, stop);
    }
    if (stop.getAsBoolean()) {
      throw new StoppedException();
    }
    MigrationState next = tally.faults == 0 ? MigrationState.PROVEN : MigrationState.DONE;
    Migration written = migration.proven(tally.proof(clock), next);
    migrations.replace(written);
    return written;
  }

  private static final class Tally {
    final Findings findings;
    long faults;
    long sampled;
    long itself;
    long another;
    long duplicates;
    long distinctionsLost;

    Tally(Findings findings) {
      this.findings = findings;
    }

    void fault(String sentence) {
      faults++;
      findings.fault(sentence);
    }

    void searched(FaceRow row, Found found) {
      sampled++;
      switch (found) {
        case ITSELF -> itself++;
        case ANOTHER -> another++;
        case NOBODY -> {}
      }
      findings.searched(row, found);
    }

    void duplicate(NewDuplicates.Pair pair) {
      duplicates++;
      findings.duplicate(pair.one(), pair.other(), pair.similarity());
    }

    Proof proof(InstantSource clock) {
      return new Proof(
          faults, sampled, itself, another, duplicates, distinctionsLost, clock.instant());
    }
  }

  /** Holds the pairs of faces that were not moved alone, of which there are few. */
  private long distinctionsLost(Migration migration, BooleanSupplier stop) {
    Set<Set<Appearance>> lost = new HashSet<>();
    for (Outcome outcome : List.of(Outcome.NOT_REINDEXED, Outcome.FAILED, Outcome.REJECTED)) {
      for (FaceRow row : new LedgerRows(ledger, migration.id(), outcome)) {
        if (!stop.getAsBoolean()) {
          lost.addAll(told.said(row.provided().id()));
        }
      }
    }
    return lost.size();
  }

  private void searchSample(Migration migration, int size, Tally tally, BooleanSupplier stop) {
    forEachSampled(
        migration,
        size,
        row -> {
          if (!stop.getAsBoolean()) {
            tally.searched(row, again.find(row, othersOf(migration, row), migration.to()));
          }
        });
  }

  /** Holds the sample alone; where it is all there are, no more than a page of them. */
  private void forEachSampled(Migration migration, int size, Consumer<FaceRow> work) {
    if (ledger.counts(migration.id()).of(Outcome.MOVED) <= size) {
      moved(migration).forEach(work);
    } else {
      sample(migration, size).forEach(work);
    }
  }

  /** A sample in which every moved face has the same chance to be (Vitter's algorithm R, 1985). */
  private List<FaceRow> sample(Migration migration, int size) {
    Random random = new Random(SEED);
    List<FaceRow> sample = new ArrayList<>();
    long seen = 0;
    for (FaceRow row : moved(migration)) {
      long place = random.nextLong(++seen);
      if (sample.size() < size) {
        sample.add(row);
      } else if (place < size) {
        FaceRow _ = sample.set((int) place, row);
      }
    }
    return sample;
  }

  private LedgerRows moved(Migration migration) {
    return new LedgerRows(ledger, migration.id(), Outcome.MOVED);
  }

  private List<BoundingBox> othersOf(Migration migration, FaceRow row) {
    return ledger.besides(migration.id(), row.provided().id()).stream()
        .map(ProvidedFace::box)
        .toList();
  }
}
