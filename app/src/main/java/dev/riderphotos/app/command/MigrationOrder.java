package dev.riderphotos.app.command;

import dev.riderphotos.app.migration.MigrationDesk;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Answer;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Kind;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Order;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.WrongStateException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What only one process may do, since it has the faces in memory: this one if nobody else uses the
 * data folder, else the server that does, for which an order is left.
 */
final class MigrationOrder {
  private static final long LOOK_AGAIN_MS = 200;

  private final CommandSpec spec;
  private final DataOption data;

  MigrationOrder(CommandSpec spec, DataOption data) {
    this.spec = spec;
    this.data = data;
  }

  int give(String id, Kind kind) throws IOException {
    return give(id, kind, Bar.USUAL, false);
  }

  int finish(String id, boolean dropUnmoved) throws IOException {
    return give(id, Kind.FINISH, Bar.USUAL, dropUnmoved);
  }

  int cutOver(String id, Bar bar) throws IOException {
    return give(id, Kind.CUT_OVER, bar, false);
  }

  private int give(String id, Kind kind, Bar bar, boolean dropUnmoved) throws IOException {
    Order order;
    try (Application beside = MigrateCommand.open(data)) {
      MigrationId migration = MigrateCommand.find(beside, id).id();
      order = new Order(migration, kind, bar.minMoved(), bar.minFound(), dropUnmoved);
      String command = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      MigrateCommand.commanded(beside, migration, command);
      if (!isAlone(beside)) {
        Optional<Answer> answer = leave(beside.get(SqliteMigrationOrders.class), order);
        if (answer.isPresent()) {
          return print(answer.get());
        }
      }
    }
    try (StopSignal stop = new StopSignal();
        Application application = Application.open(data.path(), Application.QUIET)) {
      return print(carryOut(application.get(MigrationDesk.class), order, stop));
    }
  }

  /** Whether no other process has the faces; where they are not kept here, nobody has. */
  static boolean isAlone(Application beside) {
    return beside.find(DataFolder.class).map(DataFolder::locked).orElse(true);
  }

  private static Answer carryOut(MigrationDesk desk, Order order, StopSignal stop) {
    try {
      return desk.carryOut(order, stop::asked);
    } catch (WrongStateException | RunElsewhereException refused) {
      return new Answer(false, refused.getMessage() + ".");
    }
  }

  /** Whether no process, not even this one, uses the data folder at this moment. */
  static boolean isFree(DataOption data) throws IOException {
    try (DataFolder folder = DataFolder.beside(data.path())) {
      return folder.locked();
    }
  }

  /** Empty if whoever used the folder is gone: it was another command, or a server that ended. */
  private Optional<Answer> leave(SqliteMigrationOrders orders, Order order) throws IOException {
    long number = orders.place(order);
    Optional<Answer> answer = orders.answer(number);
    while (answer.isEmpty() && !isFree(data)) {
      pause();
      answer = orders.answer(number);
    }
    if (answer.isEmpty()) {
      orders.answer(number, new Answer(false, "It is carried out by the command itself."));
    }
    return answer;
  }

  static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.UNAVAILABLE, "Interrupted.");
    }
  }

  private int print(Answer answer) {
    if (answer.done()) {
      spec.commandLine().getOut().println(answer.text());
      return ExitCode.DONE;
    }
    spec.commandLine().getErr().println(answer.text());
    return ExitCode.REJECTED;
  }
}
