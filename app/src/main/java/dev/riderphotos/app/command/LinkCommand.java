package dev.riderphotos.app.command;

import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.RiderLinks.Issued;
import dev.riderphotos.app.wiring.AccessFactory;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code link}: lets a rider in. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Print a link by which one rider may send a photo, also while a server runs.",
    subcommands = {ListLinksCommand.class, RevokeLinkCommand.class},
    footer = "Where the server is, the setting public-url says; else it is http://localhost:8080.")
public final class LinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  /** Needed, but not by the commands below this one. */
  @Option(names = "--rider", paramLabel = "ID", description = "The rider's id.")
  private @Nullable String rider;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Where word goes if the photo is refused; signed into the link.")
  private @Nullable String email;

  @Option(
      names = "--valid",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "For how long, such as 30m, 24h or 7d (default: ${DEFAULT-VALUE}).")
  private String valid;

  @Option(
      names = "--json",
      description = "Print the link, its id and its end as JSON, on one line.")
  private boolean json;

  @Option(names = "--qr", description = "Draw the link as a QR code, too, for a phone to see.")
  private boolean qr;

  @Override
  public Integer call() throws IOException {
    RiderId riderId = riderId();
    EmailAddress address = email == null ? null : email(email);
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Duration validFor = duration(application);
      RiderLinks links = application.get(RiderLinks.class);
      Issued issued = Arguments.valid(() -> links.issue(riderId, address, validFor));
      application.tell(Deed.of(Act.LINK_MADE, issued.id().value()).concerning(List.of(riderId)));
      String url = server(application) + "/link?token=" + issued.token();
      print(application, riderId, url, issued);
      return ExitCode.DONE;
    }
  }

  /** The link alone goes where programs read it. */
  private void print(Application application, RiderId riderId, String url, Issued issued)
      throws IOException {
    if (json) {
      spec.commandLine().getOut().println(json(application, riderId, url, issued));
      return;
    }
    spec.commandLine().getOut().println(url);
    if (qr) {
      spec.commandLine().getErr().print(QrText.of(url));
    }
    spec.commandLine().getErr().println("To end it early: link revoke " + issued.id());
  }

  private RiderId riderId() {
    if (rider == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--rider=ID'");
    }
    String given = rider;
    return Arguments.valid(() -> new RiderId(given));
  }

  private static EmailAddress email(String given) {
    return Arguments.valid(() -> new EmailAddress(given));
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

  private static String json(Application application, RiderId riderId, String url, Issued issued)
      throws IOException {
    Map<String, String> line =
        new TreeMap<>(
            Map.of(
                "riderId", riderId.value(),
                "id", issued.id().value(),
                "link", url,
                "expiresAt", issued.expiresAt().toString()));
    return application.get(ObjectMapper.class).writeValueAsString(line);
  }
}
