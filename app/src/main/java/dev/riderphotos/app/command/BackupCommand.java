package dev.riderphotos.app.command;

import static java.util.stream.Collectors.joining;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.backup.Backup;
import dev.riderphotos.embedded.backup.Manifest;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.engine.model.ModelPack;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: makes one file of the data folder. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Make one file of all that is in the data folder, also while a server runs.",
    footer = {
      "The file holds photos, records and the signing key: whoever has it can pass for anybody.",
      "Keep it as safe as the data folder. It is a plain ZIP file; restore brings it back."
    })
public final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--force", description = "Overwrite a file that is there.")
  private boolean force;

  @Option(names = "--json", description = "Print the result as JSON, on one line.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "The file to make.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    KeptElsewhere.refuse();
    try (FileProgress progress = new FileProgress(spec.commandLine())) {
      DataFiles files = new DataFiles(data.path());
      boolean told = FolderAudit.tellIfItCan(files, Deed.of(Act.BACKED_UP));
      Backup backup = new Backup(files, Version.CURRENT, Clock.systemUTC(), progress);
      Manifest manifest = backup.write(file, force);
      progress.done();
      tell(manifest);
      if (!told) {
        spec.commandLine().getErr().println("The audit of the data folder could not be told.");
      }
      return ExitCode.DONE;
    }
  }

  private void tell(Manifest manifest) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    out.println(json ? json(manifest) : text(manifest));
    err.println("It holds the signing key: whoever has this file can pass for anybody.");
    List<ModelPack> packs = new ModelPacks(new DataFiles(data.path()).models()).list();
    if (!packs.isEmpty()) {
      err.println(
          "Model packs are not in it. Add them again to the folder that it is restored to: "
              + packs.stream().map(pack -> pack.id().toString()).collect(joining(", ")));
    }
    if (!manifest.lost().isEmpty()) {
      err.println(
          "Records point at photos that are not in the data folder, so they are not in the backup,"
              + " see docs/operations.md:");
      manifest.lost().forEach(lost -> err.println("  " + lost.bucket() + "/" + lost.key()));
    }
  }

  private String text(Manifest manifest) throws IOException {
    return "BACKED UP  %s%n  as of %s, %,d riders, %,d faces, %,d files, %,d bytes"
        .formatted(
            file,
            manifest.madeAt(),
            manifest.counts().riders(),
            manifest.counts().faces(),
            manifest.files().size(),
            Files.size(file));
  }

  private String json(Manifest manifest) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    line.put("size", Files.size(file));
    line.putAll(BackupFacts.of(manifest));
    return ObjectMapper.getDefault().writeValueAsString(line);
  }
}
