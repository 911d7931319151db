package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.Conflict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Migrations;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Migrations} keeps. */
public abstract class MigrationsContract {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Migration riders = migration("riders", NOON);
  private final Migration gallery = migration("gallery", NOON.plusSeconds(1));

  /** There is none at first; the same ones whenever they are asked for in one test. */
  protected abstract Migrations migrations();

  @Test
  void thereIsNoneAtFirst() {
    assertThat(migrations().all()).isEmpty();
    assertThat(migrations().find(riders.id())).isEmpty();
    assertThatThrownBy(() -> migrations().replace(riders.in(MigrationState.RUNNING)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void theLastPreparedIsListedFirst() {
    migrations().add(riders);
    migrations().add(gallery);

    assertThat(migrations().all()).containsExactly(gallery, riders);
    assertThat(migrations().find(riders.id())).contains(riders);
  }

  @Test
  void aMigrationOfARecordsFileHasNoCollectionThatItComesFrom() {
    Migration file =
        Migration.prepared(
            new MigrationId("file"), null, new CollectionId("new"), null, riders.options(), NOON);
    migrations().add(file);

    assertThat(migrations().find(file.id())).contains(file);
  }

  @Test
  void whatIsThereIsNotAddedAgain() {
    migrations().add(riders);
    Migration running = riders.in(MigrationState.RUNNING);
    migrations().replace(running);

    migrations().add(riders);

    assertThat(migrations().find(riders.id())).contains(running);
  }

  @Test
  void onlyTheFirstOfTwoWhoSawTheSameWrites() {
    migrations().add(riders);
    Migration paused = riders.in(MigrationState.PAUSED);
    migrations().replace(paused);

    assertThatThrownBy(() -> migrations().replace(riders.in(MigrationState.CANCELLED)))
        .isInstanceOf(Conflict.class);
    assertThat(migrations().find(riders.id())).contains(paused);
  }

  @Test
  void optionsMayChange() {
    migrations().add(riders);
    MigrationOptions slow = new MigrationOptions(0.25, 2, 1, QualityFilter.NONE, false);

    migrations().replace(riders.with(slow));

    assertThat(migrations().find(riders.id()).orElseThrow().options()).isEqualTo(slow);
  }

  @Test
  void aProcessHoldsOnToWhatItClaimed() {
    migrations().add(riders);
    migrations().add(gallery);
    migrations().release(riders.id());

    assertThat(migrations().claim(riders.id())).isTrue();
    assertThat(migrations().claim(riders.id())).isTrue();
    assertThat(migrations().claim(gallery.id())).isTrue();
    migrations().replace(riders.in(MigrationState.RUNNING));
    assertThat(migrations().claim(riders.id())).isTrue();

    migrations().release(riders.id());
    migrations().release(riders.id());
    assertThat(migrations().claim(riders.id())).isTrue();
    assertThat(migrations().find(riders.id())).contains(riders.in(MigrationState.RUNNING));
  }

  private static Migration migration(String name, Instant preparedAt) {
    return Migration.prepared(
        new MigrationId(name),
        new CollectionId(name),
        new CollectionId(name + "-2"),
        Role.RIDERS,
        new MigrationOptions(
            MigrationOptions.IOU, MigrationOptions.TPS, 4, QualityFilter.AUTO, false),
        preparedAt);
  }
}
