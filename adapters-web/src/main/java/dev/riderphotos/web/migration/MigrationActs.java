package dev.riderphotos.web.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationAct;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.NoSuchMigrationException;
import dev.riderphotos.migration.PrepareMigration.Order;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.migration.ReviewFace;
import dev.riderphotos.migration.ReviewFace.Candidate;
import dev.riderphotos.migration.ReviewFace.Reviewed;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.WrongStateException;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.migration.MigrationWork.Job;
import dev.riderphotos.web.migration.MigrationWork.Records;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what is asked for over HTTP, by the API and the pages alike; refusals are problems. */
@Singleton
class MigrationActs {
  private final MigrationQueries queries;
  private final MigrationWork work;
  private final ControlMigration control;
  private final ReviewFace reviewing;
  private final FaceCollections collections;

  MigrationActs(
      MigrationQueries queries,
      MigrationWork work,
      ControlMigration control,
      ReviewFace reviewing,
      FaceCollections collections) {
    this.queries = queries;
    this.work = work;
    this.control = control;
    this.reviewing = reviewing;
    this.collections = collections;
  }

  Migration prepare(Order order) {
    requireCollection(order.from());
    Order _ =
        ProblemException.unless(
            "model",
            () -> {
              work.requireModel(order);
              return order;
            });
    return ready(ProblemException.unless("keepNewFaces", () -> work.prepare(order)));
  }

  Migration prepare(
      CollectionId to,
      MigrationOptions options,
      Records file,
      BiConsumer<String, String> rejected) {
    requireCollection(to);
    return ready(
        ProblemException.unless("records", () -> work.prepare(to, options, file, rejected)));
  }

  private void requireCollection(CollectionId collection) {
    if (collections.describe(collection).isEmpty()) {
      throw ProblemException.notFound("There is no collection " + collection + ".");
    }
  }

  private static Migration ready(Prepared prepared) {
    return switch (prepared) {
      case Prepared.Ready(Migration migration, _) -> migration;
      case Prepared.Refused(String sentence) -> throw refused(sentence + ".");
    };
  }

  Migration pause(Migration migration) {
    return allowed(() -> control.pause(migration.id()));
  }

  Migration resume(Migration migration) {
    return allowed(() -> control.resume(migration.id()));
  }

  Migration cancel(Migration migration) {
    requireIdle(migration);
    return allowed(() -> control.cancel(migration.id()));
  }

  /** Opens again what failed; says how many photos. */
  int redrive(Migration migration) {
    return allowed(() -> control.redrive(migration.id(), migration.options()));
  }

  void finish(Migration migration, boolean dropUnmoved) {
    requireIdle(migration);
    Optional<String> refusal = allowed(() -> control.finish(migration.id(), dropUnmoved));
    refusal.ifPresent(
        why -> {
          throw refused(why + ".");
        });
  }

  void verify(Migration migration, int sample) {
    begin(new Job(migration.id(), MigrationAct.VERIFY, sample, Bar.USUAL), migration);
  }

  void cutOver(Migration migration, Bar bar) {
    begin(new Job(migration.id(), MigrationAct.CUT_OVER, ProveMigration.SAMPLE, bar), migration);
  }

  void back(Migration migration) {
    begin(new Job(migration.id(), MigrationAct.BACK, ProveMigration.SAMPLE, Bar.USUAL), migration);
  }

  /**
   * Decides of a face by hand.
   *
   * @param action match, drop or undo
   * @param newFace that it is; for match
   * @param newBox or where that is in the photo
   */
  FaceRow review(
      Migration migration,
      FaceId face,
      @Nullable String action,
      @Nullable String newFace,
      @Nullable BoundingBox newBox) {
    requireIdle(migration);
    Reviewed reviewed =
        allowed(
            () ->
                switch (action) {
                  case "match" ->
                      newBox == null
                          ? reviewing.match(migration.id(), face, matched(newFace))
                          : reviewing.match(migration.id(), face, newBox);
                  case "drop" -> reviewing.drop(migration.id(), face);
                  case "undo" -> reviewing.undo(migration.id(), face);
                  case null, default ->
                      throw ProblemException.field("action", "action is match, drop or undo");
                });
    return switch (reviewed) {
      case Reviewed.Written(FaceRow row) -> row;
      case Reviewed.Refused(String sentence) -> throw refused(sentence + ".");
      case Reviewed.Unknown _ ->
          throw ProblemException.notFound("The migration has no face " + face + ".");
    };
  }

  /** What it may be, while that can be decided. */
  List<Candidate> candidates(Migration migration, FaceId face) {
    return MigrationAct.REVIEW.changes(migration.state())
        ? reviewing.candidates(migration.id(), face)
        : List.of();
  }

  private static FaceId matched(@Nullable String newFace) {
    if (newFace == null) {
      throw ProblemException.field("newFaceId", "newFaceId is missing");
    }
    return ProblemException.unless("newFaceId", () -> new FaceId(newFace));
  }

  private void begin(Job job, Migration migration) {
    Migration _ =
        allowed(
            () -> {
              job.act().requirePossible(migration);
              return migration;
            });
    if (!work.begin(job)) {
      throw busy(migration.id());
    }
  }

  private void requireIdle(Migration migration) {
    boolean underWay =
        work.job(migration.id())
            .filter(job -> job.stage() == MigrationWork.Stage.UNDER_WAY)
            .isPresent();
    if (underWay) {
      throw busy(migration.id());
    }
  }

  private static <T> T allowed(Supplier<T> act) {
    try {
      return act.get();
    } catch (WrongStateException wrong) {
      throw new ProblemException(HttpStatus.CONFLICT, "WRONG_STATE", wrong.getMessage() + ".");
    } catch (RunElsewhereException elsewhere) {
      throw new ProblemException(HttpStatus.CONFLICT, "BUSY", elsewhere.getMessage() + ".");
    } catch (NoSuchMigrationException gone) {
      throw ProblemException.notFound(gone.getMessage() + ".");
    }
  }

  private static ProblemException refused(String sentence) {
    return new ProblemException(HttpStatus.CONFLICT, "NOT_POSSIBLE", sentence);
  }

  private static ProblemException busy(MigrationId id) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "BUSY",
        "Something is being done with the migration " + id + ". Try again when that has ended.");
  }
}
