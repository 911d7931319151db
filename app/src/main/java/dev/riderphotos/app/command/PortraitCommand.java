package dev.riderphotos.app.command;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portrait}: a selfie of somebody who does not exist, to try things with. */
@Command(
    name = "portrait",
    mixinStandardHelpOptions = true,
    description = "Draw a sample selfie: somebody who does not exist.")
public final class PortraitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Where to: a .jpg or .png file.")
  private Path file;

  @Option(
      names = "--person",
      paramLabel = "N",
      defaultValue = "0",
      description = "Who: 0 is Ada, 1 Boris, and so on (default: 0).")
  private int person;

  @Option(
      names = "--take",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which of the person's pictures (default: 0).")
  private int take;

  @Option(names = "--sunglasses", description = "With sunglasses on.")
  private boolean sunglasses;

  @Override
  public Integer call() {
    Portrait portrait = Portrait.of(sitter()).take(take);
    if (sunglasses) {
      portrait = portrait.wearingSunglasses();
    }
    boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    try {
      Files.write(file, png ? portrait.png() : portrait.jpeg());
    } catch (IOException _) {
      throw new CommandException(
          ExitCode.USAGE, "Cannot write " + file + ": is its folder there and writable?");
    }
    spec.commandLine().getOut().println(file);
    return ExitCode.DONE;
  }

  private Person sitter() {
    if (person < 0) {
      throw new CommandException(ExitCode.USAGE, "--person is 0 or more");
    }
    return Person.numbered(person);
  }
}
