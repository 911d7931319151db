package dev.riderphotos.app.command;

import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Kind;
import dev.riderphotos.migration.CutOver.Bar;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate cut-over}: makes the other collection live. */
@Command(
    name = "cut-over",
    mixinStandardHelpOptions = true,
    description = {
      "Make the new collection the live one, in one moment. Refused, saying why, unless nothing is",
      "open, all is proven since, and enough of it was moved and found itself."
    },
    footer = "Exits with 2 if it is refused.")
public final class CutOverCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ID", description = "The migration.")
  private String id;

  @Option(
      names = "--back",
      description = "Make the old collection live again, with all that happened since.")
  private boolean back;

  @Option(
      names = "--min-moved",
      paramLabel = "PERCENT",
      defaultValue = "99.5",
      description = "How many of the faces have to be moved (default: ${DEFAULT-VALUE}).")
  private double minMoved;

  @Option(
      names = "--min-found",
      paramLabel = "PERCENT",
      defaultValue = "99.9",
      description = "How many of the sample have to find themselves (default: ${DEFAULT-VALUE}).")
  private double minFound;

  @Override
  public Integer call() throws IOException {
    Bar bar = Arguments.valid(() -> new Bar(minMoved, minFound));
    MigrationOrder order = new MigrationOrder(spec, data);
    return back ? order.give(id, Kind.BACK) : order.cutOver(id, bar);
  }
}
