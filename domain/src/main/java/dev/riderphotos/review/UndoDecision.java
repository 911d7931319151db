package dev.riderphotos.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes back what was decided, as long as nothing is done: the case is open again. Any reviewer may
 * take back a decision that stands; of what is not decided yet, each their own opinion.
 */
public final class UndoDecision {
  private final Cases cases;
  private final ReviewSettings settings;
  private final InstantSource clock;

  public UndoDecision(Cases cases, ReviewSettings settings, InstantSource clock) {
    this.cases = cases;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** The case is open, without the decision. */
    record Undone(Case open) implements Answer {}

    /** The grace is over, and what follows of the decision is done or being done. */
    record TooLate(Case present) implements Answer {}

    /** This reviewer has not decided anything of it. */
    record NothingToUndo(Case present) implements Answer {}

    /** There is no such case, or its rider was erased. */
    record NotFound() implements Answer {}
  }

  public Answer undo(CaseId id, Reviewer reviewer) {
    AtomicReference<Answer> answer = new AtomicReference<>(new Answer.NotFound());
    Optional<Case> after =
        cases.change(
            id,
            each ->
                switch (each.state()) {
                  case OPEN -> {
                    List<Opinion> others =
                        each.opinions().stream()
                            .filter(one -> !one.reviewer().equals(reviewer))
                            .toList();
                    boolean none = others.size() == each.opinions().size();
                    Case next = none ? each : undecided(each, others);
                    answer.set(none ? new Answer.NothingToUndo(each) : new Answer.Undone(next));
                    yield next;
                  }
                  case DECIDED -> {
                    boolean late = each.due() != null && !clock.instant().isBefore(each.due());
                    Case next = late ? each : undecided(each, List.of());
                    answer.set(late ? new Answer.TooLate(each) : new Answer.Undone(next));
                    yield next;
                  }
                  case UNDER_WAY, CLOSED -> {
                    answer.set(new Answer.TooLate(each));
                    yield each;
                  }
                });
    return after.isEmpty() ? new Answer.NotFound() : answer.get();
  }

  private Case undecided(Case of, List<Opinion> others) {
    return of.undecided(others, of.openedAt().plus(settings.expire()));
  }
}
