package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.app.command.DescribedPeople.LeftOut;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.ruler.Interval;
import dev.riderphotos.ruler.Lack;
import dev.riderphotos.ruler.Measurement;
import dev.riderphotos.ruler.Report;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models measure}: what models do to the people of a folder. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = {
      "Say how well models tell people apart, on photos of your own: FOLDER/person/photo.jpg.",
      "The largest face of each photo counts. Nothing is registered, and nothing leaves this machine."
    },
    footer = {
      "A run that was stopped goes on when it is started again. What it needs for that lies in the",
      "data folder, for its owner alone, and is deleted at the end. docs/models.md explains the",
      "figures. Exits with 2 if it was stopped."
    })
@SerdeImport(Measurement.class)
@SerdeImport(Measurement.Counts.class)
@SerdeImport(Measurement.Rate.class)
@SerdeImport(Measurement.Found.class)
@SerdeImport(Measurement.Misses.class)
@SerdeImport(Measurement.Limit.class)
@SerdeImport(Measurement.GroupFigures.class)
@SerdeImport(Measurement.GroupRate.class)
@SerdeImport(Measurement.Curves.class)
@SerdeImport(Measurement.Bar.class)
@SerdeImport(Measurement.TarPoint.class)
@SerdeImport(Measurement.SizePoint.class)
@SerdeImport(Interval.class)
@SerdeImport(Lack.class)
public final class MeasureModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private PeopleOptions people;

  @Option(
      names = "--model",
      paramLabel = "M",
      description =
          "A model's version, as models list has it; may be repeated (default: that of"
              + " faces.model).")
  private List<String> models = new ArrayList<>();

  @Option(names = "--json", description = "Print the figures as JSON, on one line.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with plots, for whoever decides. It names nobody.")
  private @Nullable Path html;

  @Override
  public Integer call() throws IOException {
    try (StopSignal stop = new StopSignal();
        Application application = ModelsCommand.open(data)) {
      List<FaceModel> measured = models(application);
      try (RulerRun run = new RulerRun(spec.commandLine(), application, stop, people)) {
        List<Measurement> measurements = new ArrayList<>();
        for (FaceModel model : measured) {
          measurements.add(run.compare(model).measurement());
        }
        print(application, run, measurements);
        write(run, measurements);
        run.finish();
        return ExitCode.DONE;
      }
    }
  }

  private List<FaceModel> models(Application application) {
    ModelPacks packs = ModelsCommand.packs(application);
    List<String> wanted =
        models.isEmpty() ? List.of(application.setting("faces.model").orElseThrow()) : models;
    return wanted.stream()
        .distinct()
        .map(id -> Arguments.valid(() -> ModelVersion.of(id)))
        .map(packs::model)
        .toList();
  }

  private void print(Application application, RulerRun run, List<Measurement> measurements)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          application
              .get(ObjectMapper.class)
              .writeValueAsString(Map.of("measurements", measurements, "leftOut", leftOut(run))));
      return;
    }
    measurements.forEach(measurement -> out.println(MeasurementText.of(measurement)));
    run.misplaced()
        .forEach(file -> out.println("LEFT OUT  " + file + "  lies in no person's folder"));
    run.leftOut().forEach((file, why) -> out.println("LEFT OUT  " + file + "  " + why.words()));
  }

  private static List<Map<String, String>> leftOut(RulerRun run) {
    List<Map<String, String>> files = new ArrayList<>();
    run.misplaced().forEach(file -> files.add(line(file, "lies in no person's folder")));
    run.leftOut().forEach((file, why) -> files.add(line(file, why.words())));
    return files;
  }

  private static Map<String, String> line(Path file, String why) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    line.put("reason", why);
    return line;
  }

  private void write(RulerRun run, List<Measurement> measurements) throws IOException {
    if (html == null) {
      return;
    }
    Map<LeftOut, Long> counts = new EnumMap<>(LeftOut.class);
    run.leftOut().values().forEach(why -> counts.merge(why, 1L, Long::sum));
    List<Report.LeftOut> reasons =
        counts.entrySet().stream()
            .map(count -> new Report.LeftOut(count.getKey().words(), count.getValue()))
            .toList();
    Files.writeString(html, Report.html(measurements, reasons), UTF_8);
    spec.commandLine().getErr().println("The page is " + html);
  }
}
