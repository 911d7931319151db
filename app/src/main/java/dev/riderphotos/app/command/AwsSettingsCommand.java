package dev.riderphotos.app.command;

import dev.riderphotos.app.serverless.DeployedStack;
import dev.riderphotos.app.serverless.ShellWords;
import dev.riderphotos.app.serverless.StackName;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aws settings}: what a server needs to use what a stack has. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = {
      "Print the settings with which 'serve' uses what a stack has, as the environment has them;",
      "changes nothing."
    },
    footer = "Needs the AWS CLI, whose region and credentials are used.")
final class AwsSettingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProgramOptions programs;

  @Parameters(paramLabel = "STACK", description = "The name of the stack.")
  private String stack;

  @Override
  public Integer call() throws IOException {
    StackName name = Arguments.valid(() -> new StackName(stack));
    if (programs.dry()) {
      return programs.show(List.of(DeployedStack.asking(name)));
    }
    Map<String, String> settings =
        DeployedStack.find(programs.programs(), name)
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.UNAVAILABLE, "There is no stack %s here.".formatted(name)))
            .settings();
    PrintWriter out = spec.commandLine().getOut();
    if (json()) {
      out.println(ObjectMapper.getDefault().writeValueAsString(settings));
    } else {
      settings.forEach((setting, value) -> out.println(setting + "=" + ShellWords.quoted(value)));
    }
    return ExitCode.DONE;
  }

  /** The option is one of all commands of {@code aws}. */
  private boolean json() {
    return spec.parent().userObject() instanceof AwsCommand aws && aws.json();
  }
}
