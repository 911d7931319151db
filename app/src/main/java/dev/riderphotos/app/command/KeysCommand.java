package dev.riderphotos.app.command;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.CreateApiKey.Created;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: of operators and programs. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Keys of operators and programs, also while a server runs.")
public final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Make a key. It is printed this once, and kept nowhere: take good care of it.")
  int create(
      @Mixin DataOption data,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              required = true,
              split = ",",
              description = "What it allows, one or more: index, search, verify, review, operate.")
          List<String> scopes,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              defaultValue = "",
              description = "What to call it in lists.")
          String name)
      throws IOException {
    Set<Scope> allowed =
        Arguments.valid(() -> scopes.stream().map(Scope::of).collect(Collectors.toSet()));
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      CreateApiKey creation = application.get(CreateApiKey.class);
      Created created =
          Arguments.valid(() -> creation.create(name, allowed, key -> tellOf(application, key)));
      spec.commandLine().getOut().println(created.secret().reveal());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the valid keys, the oldest first: id, scopes, made, last used, name.")
  int list(@Mixin DataOption data) throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      PrintWriter out = spec.commandLine().getOut();
      application.get(ApiKeys.class).list().forEach(key -> out.println(line(key)));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "End a key and what is signed in with it, at once.",
      footer = "Exits with 2 if there is no such key.")
  int revoke(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The key's id, as in the list.") String id)
      throws IOException {
    KeyId key = Arguments.valid(() -> new KeyId(id));
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.KEY_REVOKED, key.value()));
      Optional<ApiKey> revoked = application.get(ApiKeys.class).revoke(key);
      spec.commandLine().getOut().println(revoked.isPresent() ? "REVOKED  " + id : "No such key");
      return revoked.isPresent() ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private static void tellOf(Application application, ApiKey key) {
    application.tell(Deed.of(Act.KEY_CREATED, key.id().value()).saying(scopes(key)));
  }

  private static String scopes(ApiKey key) {
    return key.scopes().stream().sorted().map(Scope::toString).collect(Collectors.joining(","));
  }

  private static String line(ApiKey key) {
    return "%s  %s  %s  %s  %s"
        .formatted(
            key.id(),
            scopes(key),
            key.createdAt().truncatedTo(ChronoUnit.SECONDS),
            key.lastUsedAt() == null ? "never" : key.lastUsedAt().truncatedTo(ChronoUnit.SECONDS),
            key.name())
        .strip();
  }
}
