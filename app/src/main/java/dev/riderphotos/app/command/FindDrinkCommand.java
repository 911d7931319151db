package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drinks find}: says where the picture of a drink is kept. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description = "Say where the picture of a drink is kept.",
    footer = "Exits with 2 if the drink is not in the catalogue.")
final class FindDrinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private DrinkOption drink;

  @Override
  public Integer call() throws IOException {
    Drink named = drink.drink();
    PrintWriter out = spec.commandLine().getOut();
    try (Application application = Application.open(data.path(), Application.QUIET)) {
      Optional<DrinkPhoto> row = application.get(DrinkPhotos.class).find(named);
      out.println(row.map(FindDrinkCommand::line).orElse("Item not found"));
      return row.isPresent() ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private static String line(DrinkPhoto row) {
    return "%s/%s  %s".formatted(row.photo().bucket(), row.photo().key(), row.updatedAt());
  }
}
