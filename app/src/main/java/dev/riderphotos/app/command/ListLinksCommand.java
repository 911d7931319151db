package dev.riderphotos.app.command;

import dev.riderphotos.access.ListLinks;
import dev.riderphotos.access.ListLinks.Listed;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.link.ListedLinkAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code link list}: lists links that have not expired. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the links that have not expired, also those that were ended.",
    footer = "Never what makes them links, nor those that earlier versions made.")
final class ListLinksCommand implements Callable<Integer> {
  private static final int MAX_LINES = 1000;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--rider",
      paramLabel = "ID",
      description = "Those of this rider alone, the last made first.")
  private @Nullable String rider;

  @Option(names = "--json", description = "Print each as JSON, a line each.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    RiderId wanted = rider == null ? null : riderId(rider);
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      ListLinks links = application.get(ListLinks.class);
      List<Listed> found = wanted == null ? links.all(MAX_LINES) : links.of(wanted, MAX_LINES);
      for (Listed each : found) {
        spec.commandLine().getOut().println(json ? json(application, each) : line(each));
      }
      return ExitCode.DONE;
    }
  }

  private static RiderId riderId(String given) {
    return Arguments.valid(() -> new RiderId(given));
  }

  private static String line(Listed listed) {
    return String.join(
        "  ",
        listed.link().id().value(),
        listed.revoked() ? "REVOKED" : "VALID  ",
        listed.link().madeAt().toString(),
        listed.link().expiresAt().toString(),
        listed.link().rider().value());
  }

  private static String json(Application application, Listed listed) throws IOException {
    return application.get(ObjectMapper.class).writeValueAsString(ListedLinkAnswer.of(listed));
  }
}
