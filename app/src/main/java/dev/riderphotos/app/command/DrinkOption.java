package dev.riderphotos.app.command;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import picocli.CommandLine.Option;

/** These options name a bar and one of its drinks. */
final class DrinkOption {
  @Option(names = "--bar", paramLabel = "BAR", required = true, description = "The bar's name.")
  private String bar;

  @Option(
      names = "--drink",
      paramLabel = "DRINK",
      required = true,
      description = "The drink's name.")
  private String drink;

  Drink drink() {
    try {
      return new Drink(new BarName(bar), new DrinkName(drink));
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(refused.getMessage()));
    }
  }
}
