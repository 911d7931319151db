package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drinks page}: the page of the drinks, for another server or a bucket. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = "Write the page of the drinks with all its files, to be served from elsewhere.",
    footer = "The API's setting cors.origins must name the origin that the page is served from.")
final class DrinksPageCommand implements Callable<Integer> {
  private static final String FROM = "/dev/riderphotos/web-static/";
  private static final String PAGE = "drinks.html";
  private static final String LICENCE = "pico/LICENSE.md";
  private static final String NO_API = "data-api=\"\"";

  /** Files of ours that a page, a style or a script names. */
  private static final Pattern NAMED =
      Pattern.compile("(?:href|src|from|import)[=( ]*\"(?!#)([a-z0-9./-]+)\"");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Where to; made if it is not there.")
  private Path folder;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Where the API is; without it the page is opened with ?api=URL.")
  private @Nullable String api;

  @Override
  public Integer call() {
    if (api != null && !api.matches("https?://[^\\s\"'<>&]+")) {
      throw new CommandException(ExitCode.USAGE, "--api is like https://api.example.com");
    }
    try {
      for (String name : names()) {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content(name));
        spec.commandLine().getOut().println(file);
      }
      return ExitCode.DONE;
    } catch (IOException _) {
      throw new CommandException(ExitCode.USAGE, "Cannot write to " + folder + ".");
    }
  }

  /** The page, and whatever is named by what is named in it. */
  private static SequencedSet<String> names() throws IOException {
    SequencedSet<String> names = new LinkedHashSet<>(List.of(PAGE, LICENCE));
    Deque<String> unread = new ArrayDeque<>(names);
    while (!unread.isEmpty()) {
      String name = unread.pop();
      Path here = Path.of(name);
      NAMED
          .matcher(new String(read(name), UTF_8))
          .results()
          .map((MatchResult named) -> here.resolveSibling(named.group(1)).normalize())
          .map(named -> named.toString().replace('\\', '/'))
          .filter(names::add)
          .forEach(unread::push);
    }
    return names;
  }

  private byte[] content(String name) throws IOException {
    byte[] content = read(name);
    return api == null || !name.equals(PAGE)
        ? content
        : new String(content, UTF_8).replace(NO_API, "data-api=\"" + api + "\"").getBytes(UTF_8);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = DrinksPageCommand.class.getResourceAsStream(FROM + name)) {
      if (in == null) {
        throw new IllegalStateException("The product lacks " + name);
      }
      return in.readAllBytes();
    }
  }
}
