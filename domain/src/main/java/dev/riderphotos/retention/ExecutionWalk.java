package dev.riderphotos.retention;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Executions, and the photos of those that were refused or failed: the photo first, for without the
 * execution nobody knows of it. A photo that a profile shows, after an appeal, is that profile's.
 */
final class ExecutionWalk implements Walk {
  private static final int STEP = 100;

  private final RetentionRule rule;
  private final Executions executions;
  private final PhotoStore photos;
  private final RiderProfiles profiles;
  private final Cases cases;
  private final ErasureWishes wishes;
  private @Nullable Cursor cursor;

  ExecutionWalk(
      RetentionRule rule,
      Executions executions,
      PhotoStore photos,
      RiderProfiles profiles,
      Cases cases,
      ErasureWishes wishes) {
    this.rule = rule;
    this.executions = executions;
    this.photos = photos;
    this.profiles = profiles;
    this.cases = cases;
    this.wishes = wishes;
  }

  @Override
  public boolean step(Pass pass) {
    Page page = executions.startedBefore(rule.startedBefore(pass.now()), cursor, STEP);
    KeptForNow kept = new KeptForNow(cases, wishes);
    for (Execution each : page.executions()) {
      pass.look(() -> look(each, kept, pass));
    }
    cursor = page.next();
    return cursor != null;
  }

  private void look(Execution execution, KeptForNow kept, Pass pass) {
    boolean photo = rule.photoIsDue(execution, pass.now());
    boolean all = rule.isDue(execution, pass.now());
    if ((!photo && !all)
        || kept.contains(execution.submission().rider())
        || isBegunAnew(execution)) {
      return;
    }
    Instant end = requireNonNull(execution.endedAt());
    PhotoRef ref = execution.submission().photo();
    if (photo && photos.size(ref).isPresent() && !isShown(execution)) {
      pass.goes(Kept.REFUSED_PHOTOS, end, () -> photos.delete(ref));
    }
    if (all) {
      pass.goes(Kept.EXECUTIONS, end, () -> executions.delete(execution.id()));
    }
  }

  /** What failed may be redriven at any time, and be running by now. */
  private boolean isBegunAnew(Execution execution) {
    return execution.status() == Status.FAILED
        && executions.find(execution.id()).filter(execution::equals).isEmpty();
  }

  private boolean isShown(Execution execution) {
    return profiles
        .find(execution.submission().rider())
        .map(RiderProfile::photo)
        .filter(execution.submission().photo()::equals)
        .isPresent();
  }
}
