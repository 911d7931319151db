package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.web.Closing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
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
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Executions executions;
  private final Closing closing;
  private final Map<ExecutionId, Flux<Execution>> watched = new ConcurrentHashMap<>();

  Progress(Executions executions, Closing closing) {
    this.executions = executions;
    this.closing = closing;
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

  private Flux<Execution> look(ExecutionId id) {
    return Flux.interval(LOOK_EVERY, Schedulers.boundedElastic())
        .onBackpressureDrop()
        .map(_ -> executions.find(id))
        .takeWhile(found -> found.isPresent() && !closing.begun())
        .map(Optional::orElseThrow)
        .doFinally(_ -> watched.remove(id))
        .publish()
        .refCount();
  }
}
