package dev.riderphotos.app.command;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.embedded.backup.Manifest;
import dev.riderphotos.embedded.backup.Restoration;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: makes a data folder of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Make a data folder of a backup, after verifying all of it.",
    footer = {
      "The folder must be empty, or not there; nothing is overwritten. Who was erased since the",
      "backup was made is in it: --erased has them erased before the folder can be used."
    })
public final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--erased",
      paramLabel = "FILE",
      description = {
        "Whom to erase again: the erasures.log of the folder that was in use until now, or ids",
        "of riders, one a line."
      })
  private @Nullable Path erased;

  @Option(names = "--json", description = "Print the result as JSON, on one line.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "What backup has made.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    KeptElsewhere.refuse();
    try (FileProgress progress = new FileProgress(spec.commandLine());
        Restoration restoration = Restoration.begin(file, data.path(), progress)) {
      progress.done();
      int again = erased == null ? 0 : ErasedAgain.erase(restoration.files(), erased);
      FolderAudit.tell(restoration.files(), Deed.of(Act.BACKUP_RESTORED));
      restoration.finish();
      tell(restoration.manifest(), again);
      return ExitCode.DONE;
    }
  }

  private void tell(Manifest manifest, int again) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(manifest, again) : text(manifest, again));
    warn(spec.commandLine().getErr(), manifest);
  }

  private String text(Manifest manifest, int again) {
    return "RESTORED  %s%n  as of %s, %,d riders, %,d files; %,d erased again"
        .formatted(
            data.path(),
            manifest.madeAt(),
            manifest.counts().riders(),
            manifest.files().size(),
            again);
  }

  private void warn(PrintWriter err, Manifest manifest) {
    err.println("A backup does not know what was done after it, at " + manifest.madeAt() + ":");
    if (erased == null) {
      err.println(
          "  riders who were erased since are here again: restore anew with --erased, or erase"
              + " them");
    }
    err.println("  photos, verifications and drinks that came since are not here");
    err.println("  keys and links that were revoked since are good again: see keys list");
  }

  private String json(Manifest manifest, int again) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("data", data.path().toString());
    line.putAll(BackupFacts.of(manifest));
    line.put("erasedAgain", again);
    return ObjectMapper.getDefault().writeValueAsString(line);
  }
}
