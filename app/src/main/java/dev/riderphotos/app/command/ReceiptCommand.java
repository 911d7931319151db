package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.jose.ReceiptCheck;
import dev.riderphotos.jose.ReceiptCheck.Result;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code receipt}: what riders got who were erased. */
@Command(
    name = "receipt",
    mixinStandardHelpOptions = true,
    description = "Receipts of erasures, which anybody can check.")
public final class ReceiptCommand implements Runnable {
  /** A receipt is a few kilobytes, and so are keys. */
  private static final long MOST_BYTES = 1024 * 1024;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Say whether a receipt is as it was signed, and what it says.",
      footer = {
        "The keys are public: GET /v1/receipts/key of the server that erased the rider. Exits with",
        "2 if the receipt was changed, or is none of these keys'."
      })
  int verify(
      @Mixin DataOption data,
      @Parameters(paramLabel = "FILE", description = "The receipt, as it was shown.") Path file,
      @Option(
              names = "--key",
              paramLabel = "FILE",
              description = "Public keys (JWKS). Without, those of the data folder.")
          @Nullable Path key,
      @Option(names = "--json", description = "Print the result as JSON, on one line.")
          boolean json)
      throws IOException {
    String keys = key == null ? ofFolder(data.path()) : new String(read(key), UTF_8);
    ReceiptCheck check = Arguments.valid(() -> ReceiptCheck.by(keys));
    Result result = check.check(new String(read(file), ISO_8859_1));
    spec.commandLine().getOut().println(json ? json(result) : text(result));
    return result instanceof Result.Genuine ? ExitCode.DONE : ExitCode.REJECTED;
  }

  /** No server or other command is disturbed: the file is read, and nothing else. */
  private static String ofFolder(Path data) throws IOException {
    Path keys = new DataFiles(data).receiptKeys();
    if (!Files.isRegularFile(keys)) {
      throw new CommandException(
          ExitCode.USAGE,
          "There are no keys of receipts in %s: give --key FILE, with what the server answers at"
                  .formatted(data)
              + " GET /v1/receipts/key");
    }
    return new String(read(keys), UTF_8);
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + file);
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new CommandException(ExitCode.USAGE, file + " is larger than 1 MB");
    }
    return Files.readAllBytes(file);
  }

  private static String text(Result result) {
    return switch (result) {
      case Result.Genuine(String says, String key) -> "GENUINE  by key %s%n%s".formatted(key, says);
      case Result.NotGenuine(String why) -> "NOT GENUINE  " + why;
    };
  }

  private static String json(Result result) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    switch (result) {
      case Result.Genuine(String says, String key) -> {
        line.put("genuine", true);
        line.put("key", key);
        line.put(
            "receipt",
            ObjectMapper.getDefault().readValue(says, Argument.mapOf(String.class, Object.class)));
      }
      case Result.NotGenuine(String why) -> {
        line.put("genuine", false);
        line.put("why", why);
      }
    }
    return ObjectMapper.getDefault().writeValueAsString(line);
  }
}
