package dev.riderphotos.app;

import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.RiderLinks.Issued;
import dev.riderphotos.rider.RiderId;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code link}: lets a rider in. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Print a link by which one rider may send a photo, also while a server runs.",
    footer = "Where the server is, the setting public-url says; else it is http://localhost:8080.")
final class LinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--rider", paramLabel = "ID", required = true, description = "The rider's id.")
  private String rider;

  @Option(
      names = "--valid",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "For how long, such as 30m, 24h or 7d (default: ${DEFAULT-VALUE}).")
  private String valid;

  @Option(names = "--json", description = "Print the link and its end as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    RiderId riderId = Arguments.valid(() -> new RiderId(rider));
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Duration validFor = duration(application);
      RiderLinks links = application.get(RiderLinks.class);
      Issued issued = Arguments.valid(() -> links.issue(riderId, validFor));
      String url = server(application) + "/link?token=" + issued.token();
      spec.commandLine().getOut().println(json ? json(application, url, issued) : url);
      return ExitCode.DONE;
    }
  }

  private Duration duration(Application application) {
    return application
        .get(ConversionService.class)
        .convert(valid, Duration.class)
        .orElseThrow(() -> new CommandException(ExitCode.USAGE, "--valid is like 30m, 24h or 7d"));
  }

  private static String server(Application application) {
    String local = "http://localhost:" + application.setting("micronaut.server.port").orElseThrow();
    return application.setting(AccessFactory.PUBLIC_URL).orElse(local).replaceFirst("/$", "");
  }

  private String json(Application application, String url, Issued issued) throws IOException {
    Map<String, String> line =
        new TreeMap<>(
            Map.of("riderId", rider, "link", url, "expiresAt", issued.expiresAt().toString()));
    return application.get(ObjectMapper.class).writeValueAsString(line);
  }
}
