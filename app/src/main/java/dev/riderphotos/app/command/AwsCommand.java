package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsAccount;
import dev.riderphotos.app.wiring.AwsPermissions;
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

/** {@code aws}: what the adapters on AWS need there, and the workflow without a server. */
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    description = {
      "What is needed on AWS: buckets, tables, queues, a collection, a sender; or all of it, with",
      "the workflow as a state machine, as a stack of CloudFormation's."
    },
    subcommands = {
      AwsPackageCommand.class,
      AwsDeployCommand.class,
      AwsSettingsCommand.class,
      AwsDestroyCommand.class
    })
public final class AwsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print all of it as JSON, on one line.")
  private boolean json;

  boolean json() {
    return json;
  }

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

  @Command(
      name = "policy",
      mixinStandardHelpOptions = true,
      description = {
        "Print the policy of IAM that allows what a server and the commands ask of AWS, with the",
        "names that are set, and nothing else. Asks nothing of AWS."
      })
  int policy(
      @Mixin DataOption data,
      @Option(
              names = "--create",
              description = "What 'aws create' asks for, and not what a server does.")
          boolean create,
      @Option(
              names = "--account",
              paramLabel = "NUMBER",
              defaultValue = "*",
              description = "The account that all is in; its 12 digits (default: any).")
          String account)
      throws IOException {
    refuseUnlessAccount(account);
    try (Application application = Application.openUnchecked(data.path(), Application.QUIET)) {
      AwsPermissions permissions = onAws(application, AwsPermissions.class);
      String policy = create ? permissions.toCreate(account) : permissions.toRun(account);
      spec.commandLine().getOut().println(policy);
      return ExitCode.DONE;
    }
  }

  private void refuseUnlessAccount(String account) {
    if (!account.matches("\\*|\\d{12}")) {
      throw new ParameterException(
          spec.commandLine(), "An account has 12 digits, or is * for any: " + account);
    }
  }

  private static <T> T onAws(Application application, Class<T> type) {
    return application
        .find(type)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE, "Nothing is kept on AWS: set backend to aws."));
  }

  private int report(DataOption data, Function<AwsAccount, List<Part>> work) throws IOException {
    try (Application application = Application.openUnchecked(data.path(), Application.QUIET)) {
      List<Part> parts = work.apply(onAws(application, AwsAccount.class));
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
