package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.migration.ProveMigration.Findings;
import dev.riderphotos.migration.WrongStateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate verify}: proves that what was moved is there. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Prove a migration: every row has its face and every face its row, a sample of faces finds",
      "itself, and which riders the new model takes for one person. Nothing is changed by it."
    },
    footer = "Exits with 2 if it is not proven.")
public final class VerifyMigrationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ID", description = "The migration.")
  private String id;

  @Option(
      names = "--sample",
      paramLabel = "N|all",
      defaultValue = "10000",
      description = "How many faces are searched for (default: ${DEFAULT-VALUE}).")
  private String sample;

  @Option(names = "--json", description = "Print how it stands as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    int size = sample.equals("all") ? Integer.MAX_VALUE : number();
    try (StopSignal stop = new StopSignal();
        Application application = MigrateCommand.open(data)) {
      Migration migration = MigrateCommand.find(application, id);
      MigrateCommand.commanded(application, migration.id(), "verify");
      Migration proven =
          application
              .get(ProveMigration.class)
              .prove(migration.id(), size, new Told(), stop::asked);
      MigrationText text =
          MigrationText.of(proven, application.get(MigrationLedger.class).counts(migration.id()));
      MigrateCommand.tell(spec, application, text, json);
      return proven.state() == MigrationState.PROVEN ? ExitCode.DONE : ExitCode.REJECTED;
    } catch (WrongStateException refused) {
      throw new CommandException(ExitCode.REJECTED, refused.getMessage() + ".");
    } catch (StoppedException stopped) {
      throw new CommandException(ExitCode.REJECTED, "Stopped: nothing is proven.");
    }
  }

  private int number() {
    try {
      int number = Integer.parseInt(sample);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // It is told below.
    }
    throw new CommandException(ExitCode.USAGE, "--sample is a number of faces, or all");
  }

  /** Says on standard error what is found that somebody should look at. */
  private final class Told implements Findings {
    private final PrintWriter err = spec.commandLine().getErr();

    @Override
    public void fault(String sentence) {
      err.println("FAULT  " + sentence);
    }

    @Override
    public void addedSince(long faces) {
      if (faces > 0) {
        err.println("%,d faces were added since, and follow before the switch".formatted(faces));
      }
    }

    @Override
    public void searched(FaceRow row, Found found) {
      if (found != Found.ITSELF) {
        err.println("%-7s  %s".formatted(found, row.provided().id()));
      }
    }

    @Override
    public void duplicate(FaceRow one, FaceRow other, double similarity) {
      err.println("POSSIBLE DUPLICATE  %s  %s  %.1f".formatted(name(one), name(other), similarity));
    }

    private static String name(FaceRow row) {
      return row.externalImageId() == null
          ? row.provided().id().value()
          : row.externalImageId().name();
    }
  }
}
