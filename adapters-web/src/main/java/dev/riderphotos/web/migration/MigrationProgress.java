package dev.riderphotos.web.migration;

import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.web.Closing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Migrations as they go on. They are read from what is kept of them, so that it is the same
 * whichever process does the work; who watches the same one shares the look.
 */
@Singleton
final class MigrationProgress {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Migrations migrations;
  private final MigrationQueries queries;
  private final Closing closing;
  private final Map<MigrationId, Flux<MigrationAnswer>> watched = new ConcurrentHashMap<>();

  MigrationProgress(Migrations migrations, MigrationQueries queries, Closing closing) {
    this.migrations = migrations;
    this.queries = queries;
    this.closing = closing;
  }

  /**
   * The migration as it is now, and whenever something changed; ends when nothing goes on any more,
   * or the server is about to end.
   */
  Flux<MigrationAnswer> of(Migration now) {
    return Flux.defer(() -> watched.computeIfAbsent(now.id(), this::look))
        .startWith(queries.answer(now))
        .distinctUntilChanged()
        .takeUntil(answer -> !answer.goesOn())
        .onBackpressureLatest();
  }

  private Flux<MigrationAnswer> look(MigrationId id) {
    return Flux.interval(LOOK_EVERY, Schedulers.boundedElastic())
        .onBackpressureDrop()
        .map(_ -> migrations.find(id).map(queries::answer))
        .takeWhile(found -> found.isPresent() && !closing.begun())
        .map(Optional::orElseThrow)
        .doFinally(_ -> watched.remove(id))
        .publish()
        .refCount();
  }
}
