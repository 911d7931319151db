package dev.riderphotos.app.command;

import dev.riderphotos.BackendException;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.extraction.ExtractionRequest;
import dev.riderphotos.extraction.Source;
import dev.riderphotos.extraction.Trigger;
import dev.riderphotos.photo.Photo;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code extract-faces}: cuts the faces out of pictures. */
@Command(
    name = "extract-faces",
    mixinStandardHelpOptions = true,
    description = "Cut every face out of pictures, each as a PNG with a document that tells of it.",
    footer = {
      "One line per file. What was done before with the same options is skipped, so the same",
      "command goes on where one was stopped. Exits with 2 if a picture could not be opened."
    })
public final class ExtractFacesCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractFacesCommand.class);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private OutOption out;

  @Option(
      names = "--min-confidence",
      paramLabel = "N",
      description = "How sure it must be that it is a face, 0 to 100 (default: 80).")
  private @Nullable Double minConfidence;

  @Option(
      names = "--padding",
      paramLabel = "SHARE",
      description = "What to leave around the face, as a share of it, 0 to 1 (default: 0).")
  private @Nullable Double padding;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many faces of a picture, the surest (default: all).")
  private @Nullable Integer limit;

  @Option(names = "--json", description = "Print each result as JSON, on one line.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "PHOTO|FOLDER",
      description = "JPEG and PNG files, or folders of them, however deep.")
  private List<Path> given;

  @Override
  public Integer call() throws IOException {
    List<Path> files = PictureFiles.of(given, out.folders(data));
    try (StopSignal stop = new StopSignal();
        ScratchFolder scratch = new ScratchFolder();
        Application application = out.open(data, scratch);
        Progress progress = new Progress(spec.commandLine(), files.size());
        OrderedWork work = new OrderedWork(stop::asked)) {
      ExtractionOptions options = options(application.get(ExtractionOptions.class));
      ExtractFaces extraction = out.extraction(application);
      ExtractionReport report =
          new ExtractionReport(progress, json ? application.get(ObjectMapper.class) : null);
      work.forEach(files, file -> extract(extraction, options, file), report);
      if (report.told() < files.size()) {
        progress.note("Stopped after %d of %d.".formatted(report.told(), files.size()));
      }
      return report.exitCode();
    }
  }

  private ExtractionOptions options(ExtractionOptions configured) {
    try {
      return new ExtractionOptions(
          minConfidence == null ? configured.minConfidence() : minConfidence,
          padding == null ? configured.padding() : padding,
          limit == null ? configured.limit() : limit);
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(refused.getMessage()));
    }
  }

  private static ExtractionLine extract(
      ExtractFaces extraction, ExtractionOptions options, Path file) {
    Source source = Source.of(PictureFiles.absolute(file).toUri());
    try {
      Photo photo = PhotoFile.read(file);
      return ExtractionLine.of(
          file, extraction.extract(new ExtractionRequest(source, Trigger.COMMAND, options), photo));
    } catch (BackendException fault) {
      throw fault; // which the next picture would meet as well
    } catch (CommandException unreadable) {
      return ExtractionLine.failed(file, String.valueOf(unreadable.getMessage()));
    } catch (RuntimeException unforeseen) {
      LOG.error("A picture that nobody foresaw", unforeseen);
      return ExtractionLine.failed(file, BackendException.describe(unforeseen));
    }
  }
}
