package dev.riderphotos.app.command;

import dev.riderphotos.embedded.backup.Watcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Shows how many files are done, and ends the work where Ctrl-C asks for it. */
final class FileProgress implements Watcher, AutoCloseable {
  private final CommandLine line;
  private final StopSignal stop = new StopSignal();
  private @Nullable Progress progress;

  FileProgress(CommandLine line) {
    this.line = line;
  }

  @Override
  public void copied() {
    endIfAsked();
  }

  @Override
  public void begin(int files) {
    progress = new Progress(line, files);
  }

  @Override
  public void step() {
    endIfAsked();
    if (progress != null) {
      progress.step();
    }
  }

  private void endIfAsked() {
    if (stop.asked()) {
      throw new CommandException(ExitCode.UNAVAILABLE, "Stopped; nothing was written.");
    }
  }

  /** Takes the bar off the screen. */
  void done() {
    if (progress != null) {
      progress.close();
    }
  }

  @Override
  public void close() {
    done();
    stop.close();
  }
}
