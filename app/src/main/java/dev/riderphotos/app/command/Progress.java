package dev.riderphotos.app.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** Lines of results on standard output, and on a terminal a bar below them that says how far. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean bar =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private final int total;
  private int done;

  Progress(CommandLine line, int total) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.total = total;
  }

  /** Counts one more, and prints what became of it. */
  void line(String result) {
    clear();
    out.println(result);
    out.flush();
    count();
  }

  /** Counts one more, of which there is nothing to say. */
  void step() {
    clear();
    count();
  }

  private void count() {
    done++;
    if (bar) {
      int filled = WIDTH * done / total;
      err.print(
          "[%s%s] %d of %d".formatted("#".repeat(filled), " ".repeat(WIDTH - filled), done, total));
      err.flush();
    }
  }

  /** Prints something to know that is no result. */
  void note(String note) {
    clear();
    err.println(note);
    err.flush();
  }

  @Override
  public void close() {
    clear();
  }

  private void clear() {
    if (bar) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
