package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsAccount;
import dev.riderphotos.aws.AwsResource.Part;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code aws}: what the adapters on AWS need there. */
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    description = "What is needed on AWS: buckets, tables, queues, a collection, a sender.")
public final class AwsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print all of it as JSON, on one line.")
  private boolean json;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Say what is there and what is missing. Changes nothing.",
      footer = "Exits with 75 if anything is missing.")
  int check(@Mixin DataOption data) throws IOException {
    return report(data, AwsAccount::check);
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Make what is missing. Leaves alone what is there, so it may be repeated.",
      footer = "Exits with 75 if anything is missing after that, as a sender nobody has verified.")
  int create(@Mixin DataOption data) throws IOException {
    return report(data, AwsAccount::create);
  }

  private int report(DataOption data, Function<AwsAccount, List<Part>> work) throws IOException {
    try (Application application = Application.openUnchecked(data.path(), Application.QUIET)) {
      AwsAccount account =
          application
              .find(AwsAccount.class)
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitCode.USAGE, "Nothing is kept on AWS: set backend to aws."));
      List<Part> parts = work.apply(account);
      print(application, parts);
      return parts.stream().allMatch(part -> part.state().fine())
          ? ExitCode.DONE
          : ExitCode.UNAVAILABLE;
    }
  }

  private void print(Application application, List<Part> parts) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      List<Map<String, String>> told =
          parts.stream()
              .map(part -> Map.of("name", part.name(), "state", part.state().name()))
              .toList();
      out.println(
          application.get(ObjectMapper.class).writeValueAsString(Map.of("resources", told)));
      return;
    }
    parts.forEach(part -> out.println("%-11s  %s".formatted(part.state(), part.name())));
  }
}
