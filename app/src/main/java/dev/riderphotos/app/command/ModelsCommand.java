package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.embedded.model.ModelPacks.Damaged;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.face.CollectionId;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models}: face models beside the built-in ones. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Face models: what there is, packs to add, and what a model does to your people.",
    subcommands = {AddModelCommand.class, MeasureModelsCommand.class, CalibrateModelCommand.class})
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "List the models: version, numbers of a descriptor, and which collections are"
              + " of it.")
  int list(
      @Mixin DataOption data,
      @Option(names = "--json", description = "Print them as JSON, on one line.") boolean json)
      throws IOException {
    try (Application application = open(data)) {
      ModelPacks packs = packs(application);
      List<FaceModel> models = new ArrayList<>();
      Arrays.stream(BaseModel.values()).map(FaceModel::of).forEach(models::add);
      packs.list().stream().map(ModelPack::model).forEach(models::add);
      print(application, models, packs.damaged(), json);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show a pack: its source, licence, networks, curve and limits.",
      footer = "Exits with 2 if there is no such pack.")
  int show(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The pack's id, or ID@VERSION.") String id,
      @Option(names = "--json", description = "Print its pack.json.") boolean json)
      throws IOException {
    try (Application application = open(data)) {
      ModelPacks packs = packs(application);
      Optional<PackId> named = named(packs, id);
      Optional<ModelPack> pack = named.isEmpty() ? Optional.empty() : packs.find(named.get());
      if (pack.isEmpty()) {
        return noSuchPack(id);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          json
              ? new String(pack.get().manifest().toJson(), UTF_8)
              : PackText.of(pack.get().manifest()));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove a pack that no collection is bound to.",
      footer = "Exits with 2 if there is no such pack, with 64 if it is in use.")
  int remove(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The pack's id, or ID@VERSION.") String id)
      throws IOException {
    try (Application application = open(data)) {
      ModelPacks packs = packs(application);
      Optional<PackId> pack = named(packs, id);
      pack.ifPresent(found -> refuseInUse(application, found));
      if (pack.isEmpty() || !packs.remove(pack.get())) {
        return noSuchPack(id);
      }
      spec.commandLine().getOut().println("REMOVED  " + pack.get());
      return ExitCode.DONE;
    }
  }

  /** Opens what there is of models; where faces are not our own engine's, nothing is touched. */
  static Application open(DataOption data) {
    if (!Application.adapters().facesHere()) {
      throw new CommandException(
          ExitCode.USAGE,
          "Faces are in Rekognition, which has a face model of its own: model packs are"
              + " for adapters.faces: embedded.");
    }
    return Application.beside(data.path(), Application.QUIET);
  }

  static ModelPacks packs(Application application) {
    return application.get(ModelPacks.class);
  }

  /** The pack that is meant, damaged or not; of one that is named in full, whatever it is. */
  private static Optional<PackId> named(ModelPacks packs, String id) throws IOException {
    if (id.indexOf('@') >= 0) {
      return Optional.of(Arguments.valid(() -> PackId.of(id)));
    }
    List<String> named =
        Stream.concat(
                packs.list().stream().map(pack -> pack.id().toString()),
                packs.damaged().stream().map(Damaged::name))
            .filter(name -> name.startsWith(id + "@"))
            .toList();
    if (named.size() > 1) {
      throw new CommandException(
          ExitCode.USAGE, "There are several of that name. Say which: " + String.join(", ", named));
    }
    return named.stream().map(name -> Arguments.valid(() -> PackId.of(name))).findFirst();
  }

  private int noSuchPack(String id) {
    spec.commandLine().getErr().println("There is no pack " + id + ". See models list.");
    return ExitCode.REJECTED;
  }

  /** A damaged pack does not tell which model it stands on. */
  private static void refuseInUse(Application application, PackId pack) {
    for (BaseModel base : BaseModel.values()) {
      ModelVersion version = new ModelVersion(base, pack);
      List<CollectionId> bound = application.get(LoadedCollections.class).madeWith(version);
      if (!bound.isEmpty()) {
        throw new CommandException(
            ExitCode.USAGE,
            "%s is in use: the faces of %s were described with it. Delete them first, or keep it."
                .formatted(pack, names(bound)));
      }
      if (application.setting("faces.model").filter(version.id()::equals).isPresent()) {
        throw new CommandException(
            ExitCode.USAGE,
            "%s is in use: faces.model names it. Set another first.".formatted(pack));
      }
    }
  }

  private void print(
      Application application, List<FaceModel> models, List<Damaged> damaged, boolean json)
      throws IOException {
    LoadedCollections collections = application.get(LoadedCollections.class);
    String chosen = application.setting("faces.model").orElse("");
    List<ModelLine> lines =
        models.stream().map(model -> ModelLine.of(model, collections, chosen)).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(application.get(ObjectMapper.class).writeValueAsString(json(lines, damaged)));
      return;
    }
    lines.forEach(out::println);
    damaged.forEach(
        pack ->
            spec.commandLine()
                .getErr()
                .println("%s is damaged, and not used. %s".formatted(pack.name(), pack.why())));
  }

  private static Map<String, Object> json(List<ModelLine> lines, List<Damaged> damaged) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("models", lines.stream().map(ModelLine::json).toList());
    json.put("damaged", damaged.stream().map(Damaged::name).toList());
    return json;
  }

  private static String names(List<CollectionId> collections) {
    return collections.stream().map(CollectionId::value).collect(Collectors.joining(", "));
  }
}
