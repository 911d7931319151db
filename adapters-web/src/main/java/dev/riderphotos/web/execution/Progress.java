package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.web.Closing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Executions as they go on. Progress is read from the journal, so that it is the same whichever
 * process does the work; who watches the same execution shares the look.
 */
@Singleton
final class Progress {
  private final Executions executions;
  private final Closing closing;
  private final JournalPace pace;
  private final Map<ExecutionId, Flux<Execution>> watched = new ConcurrentHashMap<>();

  Progress(Executions executions, Closing closing, JournalPace pace) {
    this.executions = executions;
    this.closing = closing;
    this.pace = pace;
  }

  /**
   * The execution as it is now, and whenever something changed; ends when it has ended or is gone,
   * or the server is about to end.
   */
  Flux<Execution> of(Execution now) {
    return Flux.defer(() -> watched.computeIfAbsent(now.id(), this::look))
        .startWith(now)
        .distinctUntilChanged()
        .takeUntil(execution -> execution.status() != Status.RUNNING)
        .onBackpressureLatest();
  }

  /** Waits for its end, and returns how it stands when patience is over, or the server ends. */
  Execution await(Execution now, Duration patience) {
    return patience.isPositive()
        ? Objects.requireNonNullElse(of(now).take(patience).blockLast(), now)
        : now;
  }

  private Flux<Execution> look(ExecutionId id) {
    return Flux.interval(pace.lookEvery(), Schedulers.boundedElastic())
        .onBackpressureDrop()
        .map(_ -> executions.find(id))
        .takeWhile(found -> found.isPresent() && !closing.begun())
        .map(Optional::orElseThrow)
        .doFinally(_ -> watched.remove(id))
        .publish()
        .refCount();
  }
}
