package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.embedded.model.ModelPacks.Added;
import dev.riderphotos.embedded.model.PackRecipe;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      ModelPacks packs = ModelsCommand.packs(application);
      PackRecipe recipe = recipe();
      Added added = recipe == null ? packs.add(Path.of(pack)) : fetch(packs, recipe);
      tell(added);
      return ExitCode.DONE;
    }
  }

  /** Null if a folder or file is meant. */
  private @Nullable PackRecipe recipe() {
    return Files.exists(Path.of(pack))
        ? null
        : Arrays.stream(PackRecipe.values())
            .filter(recipe -> recipe.id().equals(pack))
            .findFirst()
            .orElse(null);
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
