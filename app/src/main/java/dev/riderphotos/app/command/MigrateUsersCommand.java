package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.MigrateUsers;
import dev.riderphotos.migration.Migration;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate users}: makes the users of moved faces. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    description = {
      "Make the users of moved faces in the new collection, and associate their faces. Not beside a",
      "server that runs: it has the faces in memory. Run again, it goes on where it was."
    },
    footer = "Exits with 2 if a face is refused, which is told with its reason.")
public final class MigrateUsersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ID", description = "The migration.")
  private String id;

  @Option(
      names = "--user-match-threshold",
      paramLabel = "SIMILARITY",
      defaultValue = "75",
      description =
          "How much a face must look like the user's others, 0 to 100 (default:"
              + " ${DEFAULT-VALUE}).")
  private double threshold;

  @Override
  public Integer call() throws IOException {
    if (!(threshold >= 0 && threshold <= 100)) {
      throw new CommandException(ExitCode.USAGE, "--user-match-threshold is 0 to 100");
    }
    try (StopSignal stop = new StopSignal();
        Application application = Application.open(data.path(), Application.QUIET)) {
      Migration migration = MigrateCommand.find(application, id);
      MigrateCommand.commanded(application, migration.id(), "users");
      Told told = new Told();
      application.get(MigrateUsers.class).migrate(migration.id(), threshold, told, stop::asked);
      spec.commandLine()
          .getOut()
          .println(
              "%,d users, %,d faces associated, %,d refused"
                  .formatted(told.users.size(), told.faces, told.refused));
      return told.refused == 0 && !stop.asked() ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private final class Told implements MigrateUsers.Listener {
    private final Set<UserId> users = new HashSet<>();
    private long faces;
    private long refused;

    @Override
    public void associated(UserId user, int associated) {
      users.add(user);
      faces += associated;
    }

    @Override
    public void refused(UserId user, FaceId face, String reason) {
      refused++;
      spec.commandLine().getErr().println("REFUSED  %s  %s  %s".formatted(user, face, reason));
    }
  }
}
