package dev.riderphotos.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Parties;
import dev.riderphotos.review.TendCases;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;

/** Cases of verified riders, who need not look alike for it. */
public final class OpenedCases {
  private static final Duration TERM = Duration.ofDays(60);
  private static final double SIMILARITY = 71.3;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST = 100;

  private OpenedCases() {}

  /** From now on there are none. */
  public static void forget(RunningServer server) {
    Cases cases = server.application().get(Cases.class);
    cases.list(Cases.Filter.ALL, null, MOST).cases().forEach(each -> cases.delete(each.id()));
  }

  /** As the server does every while; it waits a moment for photos that are under way. */
  public static void carryOut(RunningServer server, CaseId id) {
    Cases cases = server.application().get(Cases.class);
    Instant end = Instant.now().plus(PATIENCE);
    while (cases.find(id).orElseThrow().state() != CaseState.CLOSED) {
      assertThat(Instant.now()).as("patience").isBefore(end);
      server.application().get(TendCases.class).tend();
    }
  }

  /** The later rider may be the earlier. */
  public static CaseId possibleDuplicate(RunningServer server, String later, String earlier) {
    Parties parties = server.application().get(Parties.class);
    Instant now = Instant.now();
    return server
        .application()
        .get(Cases.class)
        .open(
            Case.opened(
                CaseId.random(),
                Kind.POSSIBLE_DUPLICATE,
                parties.registered(new RiderId(later)).orElseThrow(),
                parties.registered(new RiderId(earlier)).orElseThrow(),
                SIMILARITY,
                null,
                now,
                now.plus(TERM)))
        .id();
  }
}
