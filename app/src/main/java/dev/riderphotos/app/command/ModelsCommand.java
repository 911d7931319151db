package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.face.CollectionId;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      ModelPacks packs = packs(application);
      List<FaceModel> models = new ArrayList<>();
      Arrays.stream(BaseModel.values()).map(FaceModel::of).forEach(models::add);
      packs.list().stream().map(ModelPack::model).forEach(models::add);
      print(application, models, json);
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
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Optional<ModelPack> pack = find(packs(application), id);
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
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      ModelPacks packs = packs(application);
      Optional<ModelPack> pack = find(packs, id);
      if (pack.isEmpty()) {
        return noSuchPack(id);
      }
      refuseInUse(application, pack.get());
      boolean removed = packs.remove(pack.get().id());
      spec.commandLine().getOut().println("REMOVED  " + pack.get().id());
      return removed ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  /** Where the packs are; refuses where faces are not our own engine's. */
  static ModelPacks packs(Application application) {
    return application
        .find(ModelPacks.class)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "Faces are in Rekognition, which has a face model of its own: model packs are"
                        + " for adapters.faces: embedded."));
  }

  private static Optional<ModelPack> find(ModelPacks packs, String id) throws IOException {
    if (id.indexOf('@') >= 0) {
      return packs.find(Arguments.valid(() -> PackId.of(id)));
    }
    List<ModelPack> named =
        packs.list().stream().filter(pack -> pack.id().name().equals(id)).toList();
    if (named.size() > 1) {
      throw new CommandException(
          ExitCode.USAGE,
          "There are several of that name. Say which: "
              + named.stream().map(pack -> pack.id().toString()).collect(Collectors.joining(", ")));
    }
    return named.stream().findFirst();
  }

  private int noSuchPack(String id) {
    spec.commandLine().getErr().println("There is no pack " + id + ". See models list.");
    return ExitCode.REJECTED;
  }

  private static void refuseInUse(Application application, ModelPack pack) {
    List<CollectionId> bound = application.get(LoadedCollections.class).madeWith(pack.version());
    if (!bound.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s is in use: the faces of %s were described with it. Delete them first, or keep it."
              .formatted(pack.id(), names(bound)));
    }
    if (application.setting("faces.model").filter(pack.version().id()::equals).isPresent()) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s is in use: faces.model names it. Set another first.".formatted(pack.id()));
    }
  }

  private void print(Application application, List<FaceModel> models, boolean json)
      throws IOException {
    LoadedCollections collections = application.get(LoadedCollections.class);
    String chosen = application.setting("faces.model").orElse("");
    List<Map<String, Object>> lines = new ArrayList<>();
    for (FaceModel model : models) {
      List<CollectionId> bound = collections.madeWith(model.version());
      boolean usual = model.version().id().equals(chosen);
      lines.add(
          Map.of(
              "version", model.version().id(),
              "length", model.length(),
              "forNewCollections", usual,
              "collections", bound.stream().map(CollectionId::value).toList()));
      if (!json) {
        spec.commandLine().getOut().println(line(model, bound, usual));
      }
    }
    if (json) {
      ObjectMapper mapper = application.get(ObjectMapper.class);
      spec.commandLine().getOut().println(mapper.writeValueAsString(Map.of("models", lines)));
    }
  }

  private static String line(FaceModel model, List<CollectionId> bound, boolean usual) {
    return "%-28s  %4d numbers%s%s"
        .formatted(
            model.version(),
            model.length(),
            usual ? "  for new collections" : "",
            bound.isEmpty() ? "" : "  collections: " + names(bound));
  }

  private static String names(List<CollectionId> collections) {
    return collections.stream().map(CollectionId::value).collect(Collectors.joining(", "));
  }
}
