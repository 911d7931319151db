package dev.riderphotos.app;

import dev.riderphotos.app.command.AuditCommand;
import dev.riderphotos.app.command.AwsCommand;
import dev.riderphotos.app.command.BackupCommand;
import dev.riderphotos.app.command.DrinksCommand;
import dev.riderphotos.app.command.EraseCommand;
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
import dev.riderphotos.app.command.ReceiptCommand;
import dev.riderphotos.app.command.ReceiptsCommand;
import dev.riderphotos.app.command.RestoreCommand;
import dev.riderphotos.app.command.RetentionCommand;
import dev.riderphotos.app.command.ReviewsCommand;
import dev.riderphotos.app.command.ServeCommand;
import dev.riderphotos.app.command.StopSignal;
import dev.riderphotos.app.command.VerifyCommand;
import dev.riderphotos.app.command.Version;
import dev.riderphotos.app.command.WarmUpCommand;
import dev.riderphotos.app.command.WebhooksCommand;
import java.util.List;
import java.util.Map;
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
    version = RiderPhotos.VERSION,
    footer = {
      "",
      "Exit codes: 0 done, 2 photo rejected or not found, 64 wrong usage, 70 internal fault,",
      "75 backend not available."
    })
public final class RiderPhotos implements Runnable {
  static final String VERSION = "Rider Photos " + Version.CURRENT;

  /** By their names, in the order in which they are listed. */
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("serve", ServeCommand.class),
          Map.entry("verify", VerifyCommand.class),
          Map.entry("drinks", DrinksCommand.class),
          Map.entry("extract-faces", ExtractFacesCommand.class),
          Map.entry("extractions", ExtractionsCommand.class),
          Map.entry("reviews", ReviewsCommand.class),
          Map.entry("retention", RetentionCommand.class),
          Map.entry("audit", AuditCommand.class),
          Map.entry("erase", EraseCommand.class),
          Map.entry("receipt", ReceiptCommand.class),
          Map.entry("receipts", ReceiptsCommand.class),
          Map.entry("events", EventsCommand.class),
          Map.entry("webhooks", WebhooksCommand.class),
          Map.entry("keys", KeysCommand.class),
          Map.entry("link", LinkCommand.class),
          Map.entry("backup", BackupCommand.class),
          Map.entry("restore", RestoreCommand.class),
          Map.entry("models", ModelsCommand.class),
          Map.entry("migrate", MigrateCommand.class),
          Map.entry("aws", AwsCommand.class),
          Map.entry("portrait", PortraitCommand.class),
          Map.entry("warm-up", WarmUpCommand.class));

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
      System.out.println(VERSION); // which needs no command line that knows all commands
      return;
    }
    StopSignal.listen();
    System.exit(StopSignal.exitCode(execute(arguments)));
  }

  public static int execute(String... arguments) {
    CommandLine line = line(arguments.length == 0 ? "" : arguments[0]);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new FaultReport());
    setExitCodes(line);
    return line.execute(arguments);
  }

  /**
   * The command line with all commands.
   *
   * @param wanted of which only this one is made, if it is one: to read them all from their classes
   *     takes longer than what most of them do
   */
  static CommandLine line(String wanted) {
    CommandLine line = new CommandLine(new RiderPhotos());
    boolean known = COMMANDS.stream().anyMatch(command -> command.getKey().equals(wanted));
    COMMANDS.stream()
        .filter(command -> !known || command.getKey().equals(wanted))
        .forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    return line;
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
