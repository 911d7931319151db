package dev.riderphotos.app.command;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
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
  private static final int PHOTOGRAPH_WIDTH = 1200;
  private static final int PHOTOGRAPH_HEIGHT = 800;

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

  @Option(
      names = "--photograph",
      description = "As heavy as a telephone's photo: with noise, texture and a colour profile.")
  private boolean photograph;

  @Override
  public Integer call() {
    Portrait portrait = Portrait.of(sitter()).take(take);
    if (sunglasses) {
      portrait = portrait.wearingSunglasses();
    }
    try {
      Files.write(file, encoded(portrait));
    } catch (IOException _) {
      throw new CommandException(
          ExitCode.USAGE, "Cannot write " + file + ": is its folder there and writable?");
    }
    spec.commandLine().getOut().println(file);
    return ExitCode.DONE;
  }

  private byte[] encoded(Portrait portrait) {
    boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    if (png && photograph) {
      throw new CommandException(ExitCode.USAGE, "A photograph is a JPEG: name it .jpg");
    }
    if (png) {
      return portrait.png();
    }
    return photograph
        ? Photograph.jpeg(
            portrait.size(PHOTOGRAPH_WIDTH, PHOTOGRAPH_HEIGHT), Photograph.LITTLE_COMPRESSION)
        : portrait.jpeg();
  }

  private Person sitter() {
    if (person < 0) {
      throw new CommandException(ExitCode.USAGE, "--person is 0 or more");
    }
    return Person.numbered(person);
  }
}
