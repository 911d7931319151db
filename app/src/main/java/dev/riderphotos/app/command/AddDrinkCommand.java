package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.drink.AddDrinkPhoto;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.photo.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drinks add}: adds the picture of a drink, or replaces it. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Add the picture of a drink, or replace it.",
    footer = "Exits with 2 if the picture cannot be shown.")
final class AddDrinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private DrinkOption drink;

  @Parameters(paramLabel = "PHOTO", description = "A JPEG or PNG file.")
  private Path photo;

  @Override
  public Integer call() throws IOException {
    var named = drink.drink();
    Photo read = PhotoFile.read(photo);
    try (Application application = Application.open(data.path(), Application.QUIET)) {
      Recording recording = application.get(AddDrinkPhoto.class).add(named, read);
      application.find(EventDispatcher.class).ifPresent(EventDispatcher::deliver); // finds it done
      spec.commandLine().getOut().println(DrinkLine.of(photo, recording));
      return DrinkLine.exitCode(recording);
    }
  }
}
