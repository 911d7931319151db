package dev.riderphotos.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.rider.RiderId;
import java.util.ArrayList;
import java.util.List;

/** All executions of one rider, however many. */
final class RiderHistory {
  private static final int PAGE = 100;

  private RiderHistory() {}

  static List<Execution> of(RiderId rider, Executions executions) {
    List<Execution> history = new ArrayList<>();
    Cursor cursor = null;
    do {
      Page page = executions.list(new Filter(null, rider), cursor, PAGE);
      history.addAll(page.executions());
      cursor = page.next();
    } while (cursor != null);
    return history;
  }
}
