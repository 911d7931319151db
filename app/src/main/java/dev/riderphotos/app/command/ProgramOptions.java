package dev.riderphotos.app.command;

import dev.riderphotos.app.serverless.Programs;
import dev.riderphotos.app.serverless.ShellWords;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How commands call other programs: each call is told to standard error before it is made. */
final class ProgramOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--dry-run", description = "Only print the commands that would be run.")
  private boolean dry;

  boolean dry() {
    return dry;
  }

  Programs programs() {
    PrintWriter err = spec.commandLine().getErr();
    return Programs.ofThePath(
        line -> {
          err.println(line);
          err.flush();
        });
  }

  /** Prints commands, as they are typed, instead of running them. */
  int show(List<List<String>> commands) {
    PrintWriter out = spec.commandLine().getOut();
    commands.forEach(command -> out.println(ShellWords.line(command)));
    return ExitCode.DONE;
  }
}
