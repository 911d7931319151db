package dev.riderphotos.web.migration;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.NoSuchMigrationException;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.migration.MigrationAnswer.JobAnswer;
import dev.riderphotos.web.migration.MigrationAnswer.RunAnswer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks migrations up as they are asked for; for the API and the pages alike. */
@Singleton
class MigrationQueries {
  private static final int MOST = 1000;

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final MigrationWork work;

  MigrationQueries(Migrations migrations, MigrationLedger ledger, MigrationWork work) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.work = work;
  }

  /** Some migrations, and the id after which the next ones come. */
  record Page(List<MigrationAnswer> migrations, @Nullable String next) {}

  /** Some faces, those of them that were decided by hand, and the id after which the next come. */
  record FacePage(List<FaceRow> rows, Set<FaceId> reviewed, @Nullable FaceId next) {}

  Page list(@Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<Migration> all = migrations.all();
    List<Migration> rest =
        cursor == null || cursor.isBlank() ? all : all.subList(after(all, cursor), all.size());
    List<MigrationAnswer> page = rest.stream().limit(most).map(this::answer).toList();
    return new Page(page, rest.size() > most ? page.getLast().id() : null);
  }

  private static int after(List<Migration> all, String cursor) {
    List<String> ids = all.stream().map(migration -> migration.id().value()).toList();
    int place = ids.indexOf(cursor);
    if (place < 0) {
      throw ProblemException.invalid("cursor is the next of a page before");
    }
    return place + 1;
  }

  Migration find(String id) {
    MigrationId migration = id(id);
    return migrations.find(migration).orElseThrow(() -> unknown(migration));
  }

  static MigrationId id(String id) {
    return ProblemException.unless(() -> new MigrationId(id));
  }

  static ProblemException unknown(MigrationId id) {
    return ProblemException.notFound(new NoSuchMigrationException(id).getMessage() + ".");
  }

  /** How it stands at this moment. */
  MigrationAnswer answer(Migration migration) {
    Counts counts = ledger.counts(migration.id());
    RunAnswer run =
        migration.state() == MigrationState.RUNNING
            ? work.run(migration.id()).map(now -> RunAnswer.of(now, counts)).orElse(null)
            : null;
    JobAnswer job = work.job(migration.id()).map(JobAnswer::of).orElse(null);
    return MigrationAnswer.of(migration, counts, run, job);
  }

  /** Faces of an outcome; of all, if none is named. */
  FacePage faces(Migration migration, @Nullable String outcome, @Nullable String cursor, int most) {
    Outcome wanted = outcome == null || outcome.isBlank() ? null : outcome(outcome);
    FaceId after = after(cursor);
    int limit = Math.clamp(most, 1, MOST);
    return page(migration, ledger.rows(migration.id(), wanted, after, limit + 1), limit);
  }

  /** Faces whose photo could not be indexed, or is not there. */
  FacePage dead(Migration migration, @Nullable String cursor, int most) {
    FaceId after = after(cursor);
    int limit = Math.clamp(most, 1, MOST);
    List<FaceRow> rows =
        Stream.of(Outcome.FAILED, Outcome.REJECTED)
            .flatMap(of -> ledger.rows(migration.id(), of, after, limit + 1).stream())
            .sorted(Comparator.comparing(row -> row.provided().id().value()))
            .toList();
    return page(migration, rows, limit);
  }

  /** Faces that an operator had better look at, and those of which one decided. */
  FacePage doubtful(Migration migration, @Nullable String cursor, int most) {
    int limit = Math.clamp(most, 1, MOST);
    List<FaceRow> rows =
        matching(migration.id(), MigrationQueries::toBeSeen, after(cursor), limit + 1);
    return page(migration, rows, limit);
  }

  private static boolean toBeSeen(FaceRow row) {
    return row.doubtful() || row.decided();
  }

  /** The row of a face. */
  FaceRow row(Migration migration, FaceId face) {
    return ledger
        .row(migration.id(), face)
        .orElseThrow(() -> ProblemException.notFound("The migration has no face " + face + "."));
  }

  private List<FaceRow> matching(
      MigrationId id, Predicate<FaceRow> wanted, @Nullable FaceId first, int most) {
    List<FaceRow> found = new ArrayList<>();
    FaceId after = first;
    List<FaceRow> page;
    do {
      page = ledger.rows(id, null, after, MOST);
      page.stream().filter(wanted).limit(most - found.size()).forEach(found::add);
      after = page.isEmpty() ? null : page.getLast().provided().id();
    } while (page.size() == MOST && found.size() < most);
    return found;
  }

  private FacePage page(Migration migration, List<FaceRow> rows, int limit) {
    List<FaceRow> page = rows.subList(0, Math.min(limit, rows.size()));
    Set<FaceId> reviewed =
        page.stream()
            .map(row -> row.provided().id())
            .filter(face -> reviewed(migration, face))
            .collect(Collectors.toSet());
    return new FacePage(
        page, reviewed, rows.size() > limit ? page.getLast().provided().id() : null);
  }

  /** Whether somebody decided of the face by hand. */
  boolean reviewed(Migration migration, FaceId face) {
    return ledger.beforeReview(migration.id(), face).isPresent();
  }

  private static @Nullable FaceId after(@Nullable String cursor) {
    return cursor == null || cursor.isBlank()
        ? null
        : ProblemException.unless(() -> new FaceId(cursor));
  }

  private static Outcome outcome(String name) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.name().equals(name.toUpperCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(
            () ->
                ProblemException.invalid("outcome is one of " + Arrays.toString(Outcome.values())));
  }
}
