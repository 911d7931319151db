package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.app.serverless.DeployedStack;
import dev.riderphotos.app.serverless.ProgramException;
import dev.riderphotos.app.serverless.Programs;
import dev.riderphotos.app.serverless.StackName;
import dev.riderphotos.app.serverless.StackRemoval;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aws destroy}: takes a stack out of the account, with all that is kept in it. */
@Command(
    name = "destroy",
    mixinStandardHelpOptions = true,
    description = {
      "Delete a stack with all photos, records and faces in it, after asking.",
      "May be repeated, also when it was cut short; touches no other stack."
    },
    footer = "Needs the AWS CLI, whose region and credentials are used.")
final class AwsDestroyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProgramOptions programs;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Parameters(paramLabel = "STACK", description = "The name of the stack.")
  private String stack;

  @Override
  public Integer call() throws IOException {
    StackName name = Arguments.valid(() -> new StackName(stack));
    PrintWriter out = spec.commandLine().getOut();
    if (programs.dry()) {
      StackRemoval.commands(name).forEach(out::println);
      return ExitCode.DONE;
    }
    Programs aws = programs.programs();
    Optional<DeployedStack> found = DeployedStack.find(aws, name);
    if (found.isEmpty()) {
      out.println("There is no stack %s here: nothing is left of it.".formatted(name));
      return ExitCode.DONE;
    }
    StackRemoval removal = StackRemoval.of(aws, found.get());
    out.println(removal.losses());
    out.flush();
    refuseUnlessMeant(name);
    removal.remove(out::println);
    out.println("The stack %s is gone.".formatted(name));
    out.println(others(removal));
    return ExitCode.DONE;
  }

  /** The stack is gone, also where nobody may ask for collections. */
  private static String others(StackRemoval removal) {
    try {
      List<String> collections = removal.otherCollections();
      return collections.isEmpty()
          ? "No collection is left whose name begins with the stack's."
          : "Left alone, for they are not the stack's own: the collections %s. If a migration of this"
                  .formatted(String.join(", ", collections))
              + " stack made them, delete each with"
              + " 'aws rekognition delete-collection --collection-id NAME'.";
    } catch (ProgramException fault) {
      return "Whether a migration left a collection could not be asked: " + fault.getMessage();
    }
  }

  private void refuseUnlessMeant(StackName name) throws IOException {
    if (!yes && !answer(name).equals(name.value())) {
      throw new CommandException(ExitCode.USAGE, "Nothing was deleted.");
    }
  }

  private String answer(StackName name) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    err.print("Type the stack's name, %s, to delete it: ".formatted(name));
    err.flush();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    return Optional.ofNullable(in.readLine()).orElse("").strip();
  }
}
