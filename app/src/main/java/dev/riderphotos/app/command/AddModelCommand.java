package dev.riderphotos.app.command;

import static java.util.stream.Collectors.joining;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.embedded.model.ModelPacks.Added;
import dev.riderphotos.embedded.model.PackRecipe;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models add}: a pack that can be fetched, or one of one's own. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Add a pack, also while a server runs.",
    footer = {
      "Set faces.model to the version that is printed, for collections that are made from then on.",
      "What a pack is: docs/models.md."
    })
public final class AddModelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--accept-licence",
      description = "Do not ask: you have read what is printed about the pack, and take it.")
  private boolean accepted;

  @Parameters(
      paramLabel = "PACK",
      description = "faceplugin, which is fetched from npm; or a folder or ZIP file.")
  private String pack;

  @Override
  public Integer call() throws IOException {
    PackRecipe recipe = recipe();
    try (Application application = ModelsCommand.open(data)) {
      ModelPacks packs = ModelsCommand.packs(application);
      Added added = recipe == null ? packs.add(path()) : fetch(packs, recipe);
      tell(added);
      return ExitCode.DONE;
    }
  }

  private Path path() {
    try {
      return Path.of(pack);
    } catch (InvalidPathException _) {
      throw new CommandException(
          ExitCode.USAGE,
          "This name cannot be read here: set LC_ALL to C.UTF-8, or call the file otherwise.");
    }
  }

  /** Null if a folder or file is meant, which must be there. */
  private @Nullable PackRecipe recipe() {
    if (Files.exists(path())) {
      return null;
    }
    return Arrays.stream(PackRecipe.values())
        .filter(recipe -> recipe.id().equals(pack))
        .findFirst()
        .orElseThrow(() -> new CommandException(ExitCode.USAGE, nothing()));
  }

  private String nothing() {
    return "There is no folder or file %s, and of packs that can be fetched there is: %s."
        .formatted(
            pack, Arrays.stream(PackRecipe.values()).map(PackRecipe::id).collect(joining(", ")));
  }

  private Added fetch(ModelPacks packs, PackRecipe recipe) throws IOException {
    if (packs.find(recipe.manifest().packId()).isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(PackText.origin(recipe.manifest()));
      err.println();
      askUnlessAccepted();
      err.println("Fetching it from npm …");
      err.flush();
    }
    return packs.add(recipe);
  }

  private void askUnlessAccepted() {
    if (accepted) {
      return;
    }
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "Nothing was fetched: say --accept-licence if you take it on these terms.");
    }
    String answer = terminal.get().readLine("Fetch it and take it on these terms? [y/N] ");
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
      throw new CommandException(ExitCode.USAGE, "Nothing was fetched.");
    }
  }

  private void tell(Added added) {
    PrintWriter out = spec.commandLine().getOut();
    out.println((added.already() ? "THERE ALREADY  " : "ADDED  ") + added.pack().version());
    out.flush();
    if (!added.already()) {
      spec.commandLine()
          .getErr()
          .println(
              "For new collections, set faces.model (FACES_MODEL) to " + added.pack().version());
    }
  }
}
