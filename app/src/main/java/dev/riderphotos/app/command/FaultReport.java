package dev.riderphotos.app.command;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.app.serverless.ProgramException;
import dev.riderphotos.app.wiring.MissingOnAwsException;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.embedded.backup.BackupException;
import dev.riderphotos.embedded.model.PackFetchException;
import dev.riderphotos.engine.model.PackRefusedException;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import java.net.BindException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells of a fault in one plain line, and what kind it is by the exit code. */
public final class FaultReport implements IExecutionExceptionHandler {
  /** How the framework tells of a setting that is not even of the right kind. */
  private static final Pattern UNFIT =
      Pattern.compile("property value \\[(.+?)]\\. Unable to convert value \\[(.*?)]");

  @Override
  public int handleExecutionException(
      Exception fault, CommandLine line, @Nullable ParseResult parsed) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CommandException told -> {
          return report(line, told.exitCode(), told.getMessage());
        }
        case DataFolderException folder -> {
          return report(line, ExitCode.UNAVAILABLE, folder.getMessage());
        }
        case MissingOnAwsException missing -> {
          return report(line, ExitCode.UNAVAILABLE, missing.getMessage());
        }
        case PackRefusedException pack -> {
          return report(line, ExitCode.USAGE, pack.getMessage());
        }
        case PackFetchException fetching -> {
          return report(line, ExitCode.UNAVAILABLE, fetching.getMessage());
        }
        case ProgramException program -> {
          return report(line, ExitCode.UNAVAILABLE, program.getMessage());
        }
        case BackupException backup -> {
          return report(line, ExitCode.USAGE, backup.getMessage());
        }
        case BackendException backend -> {
          return report(line, ExitCode.UNAVAILABLE, backend.getMessage());
        }
        case Conflict conflict -> {
          return report(line, ExitCode.UNAVAILABLE, conflict.getMessage());
        }
        case BindException taken -> {
          return report(
              line, ExitCode.UNAVAILABLE, "The port is taken (" + taken.getMessage() + ").");
        }
        case ConfigurationException setting -> {
          return report(line, ExitCode.USAGE, setting.getMessage());
        }
        case DependencyInjectionException wiring when unfit(wiring).find() -> {
          Matcher unfit = unfit(wiring);
          String told = unfit.find() ? unfit.group(1) + " cannot be " + unfit.group(2) : "";
          return report(line, ExitCode.USAGE, told);
        }
        default -> {}
      }
    }
    LoggerFactory.getLogger(FaultReport.class).error("Unforeseen", fault);
    return report(line, ExitCode.INTERNAL, "Something went wrong that nobody foresaw.");
  }

  private static Matcher unfit(DependencyInjectionException wiring) {
    return UNFIT.matcher(String.valueOf(wiring.getMessage()));
  }

  private static int report(CommandLine line, int exitCode, @Nullable String message) {
    line.getErr().println("rider-photos: " + message);
    return exitCode;
  }
}
