package dev.riderphotos.app.command;

import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.rider.RiderId;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code link revoke}: ends links before their time. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "End a link, or all that a rider has, with what is signed in by it, at once.",
    footer = "Exits with 2 if there is no such link.")
final class RevokeLinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** Exactly one of the two options must be given. */
  static final class Which {
    @Parameters(paramLabel = "ID", description = "The link's id, as link printed it.")
    private @Nullable String id;

    @Option(
        names = "--rider",
        paramLabel = "ID",
        description = "All links that this rider has by now, also those without an id.")
    private @Nullable String rider;
  }

  @Override
  public Integer call() throws IOException {
    return which.id == null ? revokeAll(which.rider) : revoke(which.id);
  }

  private int revoke(String given) throws IOException {
    LinkId id = Arguments.valid(() -> new LinkId(given));
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.LINK_REVOKED, id.value()));
      boolean revoked = application.get(RevokeLinks.class).revoke(id);
      spec.commandLine().getOut().println(revoked ? "REVOKED  " + id : "No such link");
      return revoked ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private int revokeAll(@Nullable String given) throws IOException {
    RiderId rider = Arguments.valid(() -> new RiderId(String.valueOf(given)));
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.LINK_REVOKED, rider));
      application.get(RevokeLinks.class).revokeAll(rider);
      spec.commandLine().getOut().println("REVOKED  all links of " + rider);
      return ExitCode.DONE;
    }
  }
}
