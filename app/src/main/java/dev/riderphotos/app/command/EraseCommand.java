package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.verification.Erasure.Erased;
import dev.riderphotos.verification.Erasure.Traces;
import dev.riderphotos.web.verification.ErasureAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code erase}: a rider, for good. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = "Erase a rider for good, and print the receipt, which is kept nowhere.",
    footer = {
      "Photos of the gallery know nothing of riders: it is looked at only with --gallery. Exits",
      "with 2 if a photo of the rider's is being verified: a server erases the rider when that",
      "ends. Beside a running server use DELETE /v1/riders/ID."
    })
public final class EraseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--rider", paramLabel = "ID", required = true, description = "The rider's id.")
  private String rider;

  @Option(
      names = "--gallery",
      paramLabel = "NAME",
      description = "A photo of the gallery that goes, too, by its file name; may be repeated.")
  private @Nullable List<String> gallery;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "Write the receipt into this new file.")
  private @Nullable Path receipt;

  @Option(names = "--json", description = "Print the result as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    RiderId id = Arguments.valid(() -> new RiderId(rider));
    List<String> named = gallery == null ? List.of() : gallery;
    List<PhotoName> photos = Arguments.valid(() -> named.stream().map(PhotoName::new).toList());
    if (receipt != null && Files.exists(receipt)) {
      throw new CommandException(ExitCode.USAGE, receipt + " is there already");
    }
    try (Application application = Application.open(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.RIDER_ERASED, id));
      return switch (application.get(EraseRider.class).erase(id, photos)) {
        case Erased erased -> tell(application, erased);
        case Erasure.Busy _ -> waits();
      };
    }
  }

  private int waits() {
    spec.commandLine()
        .getOut()
        .println(
            "WAITING  A photo of this rider is being verified. A server erases all when that ends.");
    return ExitCode.REJECTED;
  }

  /** The receipt is told before it is written: what is gone cannot be told again. */
  private int tell(Application application, Erased erased) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String signed = requireNonNull(erased.written()).receipt();
    if (json) {
      out.println(application.get(ObjectMapper.class).writeValueAsString(ErasureAnswer.of(erased)));
    } else {
      out.println(text(erased));
      out.println(signed);
    }
    out.flush();
    if (receipt != null) {
      Files.write(receipt, signed.getBytes(US_ASCII));
    }
    return ExitCode.DONE;
  }

  private static String text(Erased erased) {
    Traces traces = erased.traces();
    return """
        ERASED  %s
          %d faces, %d photos and thumbnails, %d executions, %d cases, %d mails, %d events
          %d executions of others told of the face; gallery %s
        The receipt, which is told this once:"""
        .formatted(
            erased.rider().value(),
            erased.faces().size(),
            erased.photos().size() + traces.leftovers(),
            erased.executions(),
            traces.cases(),
            traces.mails(),
            traces.events(),
            traces.resemblances(),
            traces.galleryPhotos() == null ? "not looked at" : traces.galleryPhotos() + " photos");
  }
}
