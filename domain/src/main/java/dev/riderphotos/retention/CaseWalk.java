package dev.riderphotos.retention;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Cases.Cursor;
import dev.riderphotos.review.Cases.Filter;
import dev.riderphotos.review.Cases.Page;
import org.jspecify.annotations.Nullable;

/** Cases that are closed. */
final class CaseWalk implements Walk {
  private static final int STEP = 100;

  private final RetentionRule rule;
  private final Cases cases;
  private @Nullable Cursor cursor;

  CaseWalk(RetentionRule rule, Cases cases) {
    this.rule = rule;
    this.cases = cases;
  }

  @Override
  public boolean step(Pass pass) {
    Page page = cases.list(new Filter(CaseState.CLOSED, null), cursor, STEP);
    for (Case each : page.cases()) {
      pass.look(() -> look(each, pass));
    }
    cursor = page.next();
    return cursor != null;
  }

  private void look(Case each, Pass pass) {
    if (rule.isDue(each, pass.now())) {
      pass.goes(Kept.CASES, requireNonNull(each.closedAt()), () -> cases.delete(each.id()));
    }
  }
}
