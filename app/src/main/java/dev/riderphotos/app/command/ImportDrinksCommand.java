package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.drink.AddDrinkPhoto;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.event.EventDispatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drinks import}: a tree of pictures, two folders deep. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Add all pictures of a folder, each FOLDER/bar/drink.jpg or .png.",
    footer = {
      "One line per picture. Drinks that are in the catalogue are skipped, so an import",
      "that was cut short can be repeated. Exits with 2 if a picture was refused."
    })
final class ImportDrinksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--replace", description = "Replace the pictures of drinks that are there.")
  private boolean replace;

  @Parameters(paramLabel = "FOLDER", description = "Holds a folder for each bar.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    List<Path> pictures = pictures();
    int refused = 0;
    try (Application application = Application.open(data.path(), Application.QUIET);
        Progress progress = new Progress(spec.commandLine(), pictures.size())) {
      for (Path picture : pictures) {
        Line line = add(application, picture);
        progress.line(line.text());
        refused += line.refused() ? 1 : 0;
      }
    }
    return refused == 0 ? ExitCode.DONE : ExitCode.REJECTED;
  }

  private record Line(String text, boolean refused) {}

  private Line add(Application application, Path picture) {
    Path name = folder.relativize(picture);
    Optional<Drink> drink = Drink.ofKey(name.toString().replace('\\', '/'));
    if (drink.isEmpty()) {
      return new Line(DrinkLine.of(name, new Recording.NoDrink()), true);
    }
    if (!replace && application.get(DrinkPhotos.class).find(drink.get()).isPresent()) {
      return new Line("SKIPPED  " + name, false);
    }
    Recording recording =
        application.get(AddDrinkPhoto.class).add(drink.get(), PhotoFile.read(picture));
    application.find(EventDispatcher.class).ifPresent(EventDispatcher::deliver); // finds it done
    return new Line(
        DrinkLine.of(name, recording), DrinkLine.exitCode(recording) == ExitCode.REJECTED);
  }

  private List<Path> pictures() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, "There is no folder " + folder);
    }
    try (Stream<Path> paths = Files.find(folder, 2, (_, file) -> file.isRegularFile())) {
      return paths.filter(path -> folder.relativize(path).getNameCount() == 2).sorted().toList();
    }
  }
}
