package dev.riderphotos.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drinks}: the catalogue, without a server. */
@Command(
    name = "drinks",
    mixinStandardHelpOptions = true,
    description = "The catalogue of drinks, without a server.",
    subcommands = {
      AddDrinkCommand.class,
      FindDrinkCommand.class,
      ImportDrinksCommand.class,
      DrinksPageCommand.class
    })
public final class DrinksCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
