package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.engine.model.DuplicateLimits;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.model.PackFile;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.SimilarityCurve;
import dev.riderphotos.ruler.Calibration;
import dev.riderphotos.ruler.Calibration.Calibrated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models calibrate}: what the distances of a pack mean among the people of a folder. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Make a copy of a pack whose similarity curve, duplicate limits and userSpread are those of",
      "the people of FOLDER/person/photo.jpg. It wants 200 people with two photos."
    },
    footer = {
      "Add the copy with models add. Exits with 2 if there are too few people, and says how many",
      "are lacking; nothing is written then."
    })
public final class CalibrateModelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private PeopleOptions people;

  @Option(
      names = "--model",
      paramLabel = "M",
      required = true,
      description = "The version of a model with a pack, as models list has it.")
  private String model;

  @Option(
      names = "--as",
      paramLabel = "VERSION",
      required = true,
      description = "The version that the copy gets.")
  private String version;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder that the copy goes to; it must not be there.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    try (StopSignal stop = new StopSignal();
        Application application = ModelsCommand.open(data)) {
      FaceModel measured =
          ModelsCommand.packs(application).model(Arguments.valid(() -> ModelVersion.of(model)));
      ModelPack pack = packOf(measured);
      PackId copy = Arguments.valid(() -> new PackId(pack.id().name(), version));
      refuseUnlessNew(pack, copy);
      try (RulerRun run = new RulerRun(spec.commandLine(), application, stop, people)) {
        Calibration calibration = run.compare(measured).calibration();
        int exit = tell(pack, copy, calibration);
        run.finish();
        return exit;
      }
    }
  }

  private static ModelPack packOf(FaceModel model) {
    if (model.pack() == null) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s is built in, and stays as it was measured: packs are calibrated."
              .formatted(model.version()));
    }
    return model.pack();
  }

  private void refuseUnlessNew(ModelPack pack, PackId copy) {
    if (copy.equals(pack.id())) {
      throw new CommandException(ExitCode.USAGE, "The copy needs another version than " + version);
    }
    if (Files.exists(out)) {
      throw new CommandException(ExitCode.USAGE, out + " is there already");
    }
  }

  private int tell(ModelPack pack, PackId copy, Calibration calibration) throws IOException {
    return switch (calibration) {
      case Calibrated measured -> {
        write(pack, copy, measured);
        spec.commandLine().getOut().println("CALIBRATED  " + copy + "  " + out);
        if (!measured.ofOneGroup()) {
          spec.commandLine()
              .getErr()
              .println(
                  "The similarity curve is that of all strangers. People of one group look more"
                      + " alike: with --groups it is that of strangers of one group.");
        }
        yield ExitCode.DONE;
      }
      case Calibration.TooFewPeople few ->
          refused(
              "%d people with two photos are lacking: there are %d, and it wants %d."
                  .formatted(few.lacking(), few.people(), Calibration.PEOPLE));
      case Calibration.Indistinct _ ->
          refused("Nothing was written: the distances between strangers are all the same.");
    };
  }

  private int refused(String why) {
    spec.commandLine().getErr().println(why);
    return ExitCode.REJECTED;
  }

  private void write(ModelPack pack, PackId copy, Calibrated measured) throws IOException {
    Files.createDirectory(out);
    for (PackFile file : pack.manifest().files()) {
      Files.copy(pack.folder().resolve(file.file()), out.resolve(file.file()));
    }
    Files.write(out.resolve(ModelPack.MANIFEST), manifest(pack, copy, measured).toJson());
  }

  private static PackManifest manifest(ModelPack pack, PackId copy, Calibrated measured) {
    return pack.manifest()
        .calibrated(
            copy,
            measured.curve().stream()
                .map(point -> new SimilarityCurve.Point(point.distance(), point.similarity()))
                .toList(),
            measured.limits().stream()
                .map(point -> new DuplicateLimits.Point(point.faces(), point.distance()))
                .toList(),
            measured.userSpread());
  }
}
