package dev.riderphotos.web.execution;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Status;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.execution.RedrivenAnswer.NotRedriven;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs failed executions again, one or many, for the API and the pages alike. */
@Singleton
class Redrives {
  /** So many are begun at once, and each waits for its turn. */
  static final int MOST = 100;

  private final ExecutionQueries executions;
  private final Verifications verifications;
  private final ExecutionPictures pictures;

  Redrives(ExecutionQueries executions, Verifications verifications, ExecutionPictures pictures) {
    this.executions = executions;
    this.verifications = verifications;
    this.pictures = pictures;
  }

  /** As far as the journal tells: it has failed, and no state machine is tidying up after it. */
  static boolean possible(Execution execution) {
    return execution.status() == Status.FAILED
        && (execution.heldBy() == null || !execution.unfinished());
  }

  /** Whether it has failed and its photo is there. */
  boolean can(Execution execution) {
    return possible(execution) && pictures.kept(execution) != ExecutionPictures.Kept.GONE;
  }

  /**
   * Runs it again; it may be waited for.
   *
   * @throws ProblemException if it has not failed, or its photo was deleted
   */
  Execution redrive(Caller caller, String id, boolean wait) {
    Execution execution = executions.find(caller, id);
    if (possible(execution) && !can(execution)) {
      throw new ProblemException(
          HttpStatus.GONE,
          "PHOTO_GONE",
          "Its photo is not kept any more, so that there is nothing to be verified.");
    }
    return verifications.redrive(caller, execution, wait);
  }

  /** Runs each of them again, and tells of each that is not why. */
  RedrivenAnswer each(Caller caller, List<String> ids) {
    if (ids.size() > MOST) {
      throw ProblemException.field("ids", "ids has at most " + MOST + " of them");
    }
    return each(caller, ids, false);
  }

  /** The same of those that failed among those that are wished for; the last started first. */
  RedrivenAnswer all(Caller caller, ExecutionWish wish) {
    Page page = executions.among(wish, Status.FAILED, MOST);
    List<String> ids = page.executions().stream().map(each -> each.id().toString()).toList();
    return each(caller, ids, page.next() != null);
  }

  private RedrivenAnswer each(Caller caller, List<String> ids, boolean more) {
    List<String> redriven = new ArrayList<>();
    List<NotRedriven> refused = new ArrayList<>();
    for (String id : ids) {
      try {
        redriven.add(told(() -> redrive(caller, id, false)).id().toString());
      } catch (ProblemException refusal) {
        Problem problem = refusal.problem();
        refused.add(new NotRedriven(id, problem.code(), problem.detail()));
      }
    }
    return new RedrivenAnswer(redriven, refused, more);
  }

  /** What is wrong with one is told of that one. */
  private static Execution told(Supplier<Execution> redriving) {
    try {
      return redriving.get();
    } catch (Conflict conflict) {
      throw ProblemException.conflict(conflict);
    } catch (BackendException fault) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "BACKEND_UNAVAILABLE",
          fault.getMessage() + ". Try again in a moment.");
    }
  }
}
