package dev.riderphotos.app.migration;

import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Answer;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Order;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.CutOver;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.MigrationWatcher;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.NoSuchMigrationException;
import dev.riderphotos.migration.Proof;
import dev.riderphotos.migration.RunMigration.Crew;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Carries out what only the process can do that has the faces in memory. */
@Singleton
public final class MigrationDesk {
  private final Migrations migrations;
  private final ControlMigration control;
  private final CutOver cutOver;
  private final MigrationCrews crews;

  MigrationDesk(
      Migrations migrations, ControlMigration control, CutOver cutOver, MigrationCrews crews) {
    this.migrations = migrations;
    this.control = control;
    this.cutOver = cutOver;
    this.crews = crews;
  }

  /** Answers in sentences; what is refused has changed nothing. */
  public Answer carryOut(Order order, BooleanSupplier stop) {
    return switch (order.kind()) {
      case CUT_OVER -> {
        Bar bar = new Bar(order.minMoved(), order.minFound());
        yield answer(cutOver.cutOver(order.migration(), bar, crew(order.migration(), stop)));
      }
      case BACK -> answer(cutOver.back(order.migration(), crew(order.migration(), stop)));
      case FINISH -> finish(order.migration(), order.dropUnmoved());
      case CANCEL -> {
        Migration cancelled = control.cancel(order.migration());
        yield new Answer(
            true,
            cancelled.from() == null
                ? "CANCELLED. What was moved is in " + cancelled.to() + "."
                : "CANCELLED. " + cancelled.to() + " is deleted.");
      }
    };
  }

  private Answer finish(MigrationId id, boolean dropUnmoved) {
    Optional<String> refusal = control.finish(id, dropUnmoved);
    return refusal
        .map(why -> new Answer(false, why + "."))
        .orElseGet(() -> new Answer(true, "FINISHED. " + find(id).from() + " is deleted."));
  }

  private static Answer answer(CutOver.Answer answer) {
    return switch (answer) {
      case CutOver.Answer.Switched(Migration migration) -> {
        boolean over = migration.state() == MigrationState.LIVE;
        yield new Answer(
            true,
            "%s. %s is live.%s"
                .formatted(
                    migration.state(),
                    over ? migration.to() : migration.from(),
                    over ? distinctionsLost(migration) : ""));
      }
      case CutOver.Answer.Refused(var reasons) ->
          new Answer(false, String.join(System.lineSeparator(), reasons));
    };
  }

  private static String distinctionsLost(Migration migration) {
    Proof proof = migration.proof();
    return proof == null || proof.distinctionsLost() == 0
        ? ""
        : " %,d times \"not this person\" could not be carried over."
            .formatted(proof.distinctionsLost());
  }

  private Crew crew(MigrationId id, BooleanSupplier stop) {
    return crews.of(find(id), MigrationWatcher.NOBODY, stop);
  }

  private Migration find(MigrationId id) {
    return migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
  }
}
