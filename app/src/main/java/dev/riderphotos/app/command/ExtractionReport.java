package dev.riderphotos.app.command;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of pictures as they are done. */
final class ExtractionReport implements Consumer<ExtractionLine> {
  private final Progress progress;
  private final @Nullable ObjectMapper json;
  private int told;
  private int failed;

  /**
   * Makes a report.
   *
   * @param json for programs; without it, the report is for people
   */
  ExtractionReport(Progress progress, @Nullable ObjectMapper json) {
    this.progress = progress;
    this.json = json;
  }

  @Override
  public void accept(ExtractionLine line) {
    progress.line(json == null ? line.text() : written(json, line));
    told++;
    failed += line.failed() ? 1 : 0;
  }

  /** Says how many pictures it told of. */
  int told() {
    return told;
  }

  int exitCode() {
    return failed == 0 ? ExitCode.DONE : ExitCode.REJECTED;
  }

  private static String written(ObjectMapper json, ExtractionLine line) {
    try {
      return json.writeValueAsString(line.json());
    } catch (IOException impossible) {
      throw new UncheckedIOException("A line is always JSON", impossible);
    }
  }
}
