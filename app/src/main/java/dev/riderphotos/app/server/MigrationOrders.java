package dev.riderphotos.app.server;

import dev.riderphotos.Conflict;
import dev.riderphotos.app.migration.MigrationDesk;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Answer;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Placed;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.migration.NoSuchMigrationException;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.WrongStateException;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Carries out what commands beside a server leave for it. */
@Singleton
@Requires(bean = SqliteMigrationOrders.class)
public final class MigrationOrders implements BackgroundWork {
  private static final Pace PACE = new Pace(Duration.ofMillis(300), Duration.ofSeconds(5));

  private final SqliteMigrationOrders orders;
  private final MigrationDesk desk;
  private final Repeatedly taking;
  private volatile boolean stopped;

  MigrationOrders(SqliteMigrationOrders orders, MigrationDesk desk, Background background) {
    this.orders = orders;
    this.desk = desk;
    this.taking = background.repeatedly("carry out orders of migrations", PACE, this::takeAll);
  }

  @Override
  public void start() {
    taking.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    stopped = true;
    taking.stop();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return taking.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    stop();
    taking.close();
  }

  private void takeAll() {
    orders.open().forEach(this::take);
  }

  private void take(Placed placed) {
    try {
      orders.answer(placed.number(), desk.carryOut(placed.order(), () -> stopped));
    } catch (WrongStateException | NoSuchMigrationException | RunElsewhereException refused) {
      orders.answer(placed.number(), new Answer(false, refused.getMessage() + "."));
    } catch (Conflict | StoppedException notNow) {
      // It is taken again at the next turn, or by who uses the folder next.
    }
  }
}
