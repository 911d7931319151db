package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Step;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.Phrase;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A state of the workflow as one execution went through it.
 *
 * @param stage what came of it: a style, and a message under {@code stage}
 * @param output as JSON
 */
@Introspected
public record StateView(
    String name,
    String stage,
    @Nullable Moment startedAt,
    @Nullable Moment endedAt,
    @Nullable Phrase took,
    @Nullable Phrase attempts,
    @Nullable String error,
    @Nullable String output) {

  private static final String EARLIER = "earlier";

  static StateView notReached(State state) {
    return new StateView(state.title(), "not-reached", null, null, null, null, null, null);
  }

  static StateView of(Execution execution, Step step, @Nullable String output, Instant now) {
    Instant end = step.endedAt();
    return new StateView(
        step.state().title(),
        stage(execution, step),
        Moment.of(step.startedAt(), now),
        Moment.ofNullable(end, now),
        end == null ? null : Phrase.took(Duration.between(step.startedAt(), end)),
        Phrase.count("execution.inAttempt", step.attempts()),
        step.error(),
        output);
  }

  /** Says whether the run that counts came here. */
  public boolean reached() {
    return begun() && !stage.equals(EARLIER);
  }

  boolean begun() {
    return startedAt != null;
  }

  /** A step that ended before the first state was last begun is of a run that was undone. */
  private static String stage(Execution execution, Step step) {
    Instant end = step.endedAt();
    Instant began = execution.step(State.FACE_DETECTION).map(Step::startedAt).orElse(Instant.MIN);
    return end != null && end.isBefore(began)
        ? EARLIER
        : step.outcome().name().toLowerCase(Locale.ROOT);
  }
}
