package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.extraction.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code extractions}: what was cut out. */
@Command(
    name = "extractions",
    mixinStandardHelpOptions = true,
    description = "Faces that were cut out of pictures.")
public final class ExtractionsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = "Delete all faces that were ever cut out of a picture.",
      footer =
          "The picture need not be there any more. Exits with 2 if there were no faces of one.")
  int forget(
      @Mixin DataOption data,
      @Mixin OutOption out,
      @Parameters(
              arity = "1..*",
              paramLabel = "SOURCE",
              description = "A file, or a URL as documents have it: s3://bucket/key.")
          List<String> sources)
      throws IOException {
    List<Source> known = sources.stream().map(ExtractionsCommand::source).toList();
    PrintWriter lines = spec.commandLine().getOut();
    try (ScratchFolder scratch = new ScratchFolder();
        Application application = out.open(data, scratch)) {
      Extractions extractions = out.extractions(application);
      int exitCode = ExitCode.DONE;
      for (Source source : known) {
        int crops = extractions.forget(source);
        lines.println("FORGOTTEN  %d of %s".formatted(crops, source.url()));
        exitCode = crops == 0 ? ExitCode.REJECTED : exitCode;
      }
      return exitCode;
    }
  }

  private static Source source(String name) {
    try {
      return Source.of(
          name.matches("\\w{2,}:.*")
              ? URI.create(name)
              : PictureFiles.absolute(Path.of(name)).toUri());
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, "Neither a file nor a URL: " + name);
    }
  }
}
