package dev.riderphotos.migration;

import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.FaceSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.migration.FindAgain.Found;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves that what was moved is there: every row has its face in the new collection under its name,
 * every face there has a row, every face of the old collection has an outcome, and the counts add
 * up; that a sample of faces finds itself again; and which riders the new model takes for one
 * person that the old one did not. What it finds is noted with the migration.
 */
public final class ProveMigration {
  /** How many faces are sampled, if nobody says otherwise. */
  public static final int SAMPLE = 10_000;

  private static final int PAGE = 1000;
  private static final int MOST_RIDERS = 50_000;
  private static final int LOOK_ALIKES = 10;
  private static final long SEED = 20_260_101;

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final FindAgain again;
  private final DuplicateBar bar;
  private final InstantSource clock;

  public ProveMigration(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      FindAgain again,
      DuplicateBar bar,
      InstantSource clock) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.again = again;
    this.bar = bar;
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
    check(migration, tally);
    searchSample(migration, sample, tally, stop);
    if (migration.role() == Role.RIDERS) {
      findDuplicates(migration, tally, stop);
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

    Proof proof(InstantSource clock) {
      return new Proof(faults, sampled, itself, another, duplicates, clock.instant());
    }
  }

  private void check(Migration migration, Tally tally) {
    Counts counts = ledger.counts(migration.id());
    if (counts.open() > 0) {
      tally.fault("%,d faces are open".formatted(counts.open()));
    }
    long rows = checkRows(migration, tally);
    if (rows != counts.ended() - counts.of(Outcome.WITHDRAWN)) {
      tally.fault(
          "%,d faces have an outcome, and there are %,d rows"
              .formatted(counts.ended() - counts.of(Outcome.WITHDRAWN), rows));
    }
    checkNewCollection(migration, tally);
    if (migration.from() != null) {
      countAddedSince(migration, migration.from(), tally);
    }
  }

  private long checkRows(Migration migration, Tally tally) {
    long rows = 0;
    FaceId after = null;
    List<FaceRow> page;
    do {
      page = ledger.rows(migration.id(), null, after, PAGE);
      Map<FaceId, IndexedFace> there = there(migration.to(), page);
      for (FaceRow row : page) {
        rows++;
        after = row.provided().id();
        checkRow(migration, row, there, tally);
      }
    } while (page.size() == PAGE);
    return rows;
  }

  private void checkRow(
      Migration migration, FaceRow row, Map<FaceId, IndexedFace> there, Tally tally) {
    FaceId moved = row.newFace();
    if (moved == null) {
      return;
    }
    IndexedFace face = there.get(moved);
    if (face == null) {
      if (isGone(migration, row)) {
        return; // it was deleted since, from both
      }
      tally.fault(
          "The face %s was moved to %s, which is not there".formatted(row.provided().id(), moved));
    } else if (!Objects.equals(face.externalImageId(), row.externalImageId())) {
      tally.fault(
          "The face %s has another external image id than %s"
              .formatted(moved, row.provided().id()));
    }
  }

  private boolean isGone(Migration migration, FaceRow row) {
    CollectionId from = migration.from();
    return from != null
        && collections
            .faces(from, List.of(row.provided().id()))
            .map(FacePage::faces)
            .orElse(List.of())
            .isEmpty();
  }

  private Map<FaceId, IndexedFace> there(CollectionId collection, List<FaceRow> rows) {
    List<FaceId> faces =
        rows.stream().map(FaceRow::newFace).filter(Objects::nonNull).distinct().toList();
    return faces.isEmpty()
        ? Map.of()
        : collections
            .faces(collection, faces)
            .orElseThrow(() -> new NoSuchCollectionException(collection))
            .faces()
            .stream()
            .collect(Collectors.toMap(IndexedFace::id, Function.identity()));
  }

  private void checkNewCollection(Migration migration, Tally tally) {
    forEachFace(
        migration.to(),
        faces -> {
          Set<FaceId> named = ledger.named(migration.id(), faces);
          faces.stream()
              .filter(face -> !named.contains(face))
              .forEach(face -> tally.fault("The new face %s has no row".formatted(face)));
        });
  }

  /** What was added since is no fault: it follows before a switch. */
  private void countAddedSince(Migration migration, CollectionId from, Tally tally) {
    AtomicLong added = new AtomicLong();
    forEachFace(
        from,
        faces ->
            added.addAndGet(faces.size() - (long) ledger.provided(migration.id(), faces).size()));
    tally.findings.addedSince(added.get());
  }

  private void forEachFace(CollectionId collection, Consumer<List<FaceId>> work) {
    Cursor next = null;
    do {
      Cursor after = next;
      FacePage page =
          collections
              .faces(collection, after, PAGE)
              .orElseThrow(() -> new NoSuchCollectionException(collection));
      work.accept(page.faces().stream().map(IndexedFace::id).toList());
      next = page.next();
    } while (next != null);
  }

  private void searchSample(Migration migration, int size, Tally tally, BooleanSupplier stop) {
    for (FaceRow row : sample(migration, size)) {
      if (stop.getAsBoolean()) {
        return;
      }
      tally.searched(row, again.find(row, othersOf(migration, row), migration.to()));
    }
  }

  /** A sample in which every moved face has the same chance to be (Vitter's algorithm R, 1985). */
  private List<FaceRow> sample(Migration migration, int size) {
    Random random = new Random(SEED);
    List<FaceRow> sample = new ArrayList<>();
    long seen = 0;
    FaceId after = null;
    List<FaceRow> page;
    do {
      page = ledger.rows(migration.id(), Outcome.MOVED, after, PAGE);
      for (FaceRow row : page) {
        after = row.provided().id();
        long place = random.nextLong(++seen);
        if (sample.size() < size) {
          sample.add(row);
        } else if (place < size) {
          FaceRow _ = sample.set((int) place, row);
        }
      }
    } while (page.size() == PAGE);
    return sample;
  }

  private List<BoundingBox> othersOf(Migration migration, FaceRow row) {
    return ledger.besides(migration.id(), row.provided().id()).stream()
        .map(ProvidedFace::box)
        .toList();
  }

  private void findDuplicates(Migration migration, Tally tally, BooleanSupplier stop) {
    Description now = collections.describe(migration.to()).orElseThrow();
    double similarity = bar.similarity(now.modelVersion(), now.faces());
    for (FaceRow row : sample(migration, MOST_RIDERS)) {
      if (stop.getAsBoolean()) {
        return;
      }
      lookAlikes(migration.to(), Objects.requireNonNull(row.newFace()), similarity)
          .flatMap(match -> pairOf(migration, row, match))
          .filter(pair -> !knewBefore(migration, pair))
          .forEach(
              pair -> {
                tally.duplicates++;
                tally.findings.duplicate(pair.one(), pair.other(), pair.similarity());
              });
    }
  }

  private record Pair(FaceRow one, FaceRow other, double similarity) {}

  private Stream<SimilarFace> lookAlikes(CollectionId collection, FaceId face, double similarity) {
    Optional<FaceSearch> found =
        collections.search(collection, face, new Matching(similarity, LOOK_ALIKES));
    return found.map(FaceSearch::matches).orElse(List.of()).stream();
  }

  /** Each pair once: by the face whose id is less. */
  private Stream<Pair> pairOf(Migration migration, FaceRow row, SimilarFace match) {
    return ledger.rowsOf(migration.id(), match.face().id()).stream()
        .filter(other -> !Objects.equals(other.externalImageId(), row.externalImageId()))
        .filter(other -> row.provided().id().value().compareTo(other.provided().id().value()) < 0)
        .map(other -> new Pair(row, other, match.similarity()));
  }

  private boolean knewBefore(Migration migration, Pair pair) {
    CollectionId from = migration.from();
    if (from == null) {
      return false;
    }
    Description before = collections.describe(from).orElseThrow();
    double similarity = bar.similarity(before.modelVersion(), before.faces());
    return lookAlikes(from, pair.one().provided().id(), similarity)
        .anyMatch(match -> match.face().id().equals(pair.other().provided().id()));
  }
}
