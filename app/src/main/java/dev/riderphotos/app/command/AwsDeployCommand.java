package dev.riderphotos.app.command;

import dev.riderphotos.app.serverless.Deployment;
import dev.riderphotos.app.serverless.StackName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aws deploy}: makes a stack of what was packed up. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Make a stack of what 'aws package' packed up, or make an earlier one like it.",
      "Where nothing is new, nothing is done."
    },
    footer = "Needs the AWS CLI, whose region and credentials are used.")
final class AwsDeployCommand implements Callable<Integer> {
  @Mixin private ProgramOptions programs;
  @Mixin private CodeBucketOption bucket;

  @Option(
      names = "--sender",
      paramLabel = "ADDRESS",
      description = "Whom mail to riders comes from; needed the first time.")
  private @Nullable String sender;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "A parameter of the template, such as Memory=1024; may be repeated. What is not set stays",
        "as it is."
      })
  private List<String> parameters = List.of();

  @Parameters(paramLabel = "STACK", description = "Its name, with which all names begin.")
  private String stack;

  @Override
  public Integer call() {
    StackName name = Arguments.valid(() -> new StackName(stack));
    List<String> given = given();
    Deployment deployment = new Deployment(Deployment.home(), bucket.name());
    if (programs.dry()) {
      return programs.show(List.of(deployment.deploying(name, given)));
    }
    deployment.deploy(programs.programs(), name, given);
    return ExitCode.DONE;
  }

  private List<String> given() {
    List<String> given = new ArrayList<>();
    if (sender != null) {
      given.add("Sender=" + sender);
    }
    for (String parameter : parameters) {
      if (!parameter.matches("[A-Za-z0-9]+=.*")) {
        throw new CommandException(
            ExitCode.USAGE, "A parameter is set as NAME=VALUE, not " + parameter);
      }
      given.add(parameter);
    }
    return given;
  }
}
