package dev.riderphotos.app;

import dev.riderphotos.app.command.AwsCommand;
import dev.riderphotos.app.command.BackupCommand;
import dev.riderphotos.app.command.DrinksCommand;
import dev.riderphotos.app.command.EventsCommand;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.command.ExtractFacesCommand;
import dev.riderphotos.app.command.ExtractionsCommand;
import dev.riderphotos.app.command.FaultReport;
import dev.riderphotos.app.command.KeysCommand;
import dev.riderphotos.app.command.LinkCommand;
import dev.riderphotos.app.command.MigrateCommand;
import dev.riderphotos.app.command.ModelsCommand;
import dev.riderphotos.app.command.PortraitCommand;
import dev.riderphotos.app.command.RestoreCommand;
import dev.riderphotos.app.command.ServeCommand;
import dev.riderphotos.app.command.StopSignal;
import dev.riderphotos.app.command.VerifyCommand;
import dev.riderphotos.app.command.Version;
import dev.riderphotos.app.command.WarmUpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "rider-photos",
    description = "Upload a selfie; in a second know whether the rider may ride.",
    mixinStandardHelpOptions = true,
    version = "Rider Photos " + Version.CURRENT,
    subcommands = {
      ServeCommand.class,
      VerifyCommand.class,
      DrinksCommand.class,
      ExtractFacesCommand.class,
      ExtractionsCommand.class,
      EventsCommand.class,
      KeysCommand.class,
      LinkCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ModelsCommand.class,
      MigrateCommand.class,
      AwsCommand.class,
      PortraitCommand.class,
      WarmUpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 2 photo rejected or not found, 64 wrong usage, 70 internal fault,",
      "75 backend not available."
    })
public final class RiderPhotos implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    StopSignal.listen();
    System.exit(StopSignal.exitCode(execute(arguments)));
  }

  public static int execute(String... arguments) {
    CommandLine line = new CommandLine(new RiderPhotos());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new FaultReport());
    setExitCodes(line);
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  private static void setExitCodes(CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    line.getCommandSpec().exitCodeOnExecutionException(ExitCode.INTERNAL);
    line.getSubcommands().values().forEach(RiderPhotos::setExitCodes);
  }
}
