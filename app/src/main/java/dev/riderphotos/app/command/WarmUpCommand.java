package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code warm-up}: serves one page and verifies one drawn portrait on a throw-away data folder, for
 * the JVM to note which classes that takes. The launcher's, not for people.
 */
@Command(name = "warm-up", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("rider-photos-warm-up");
    try (Application application = Application.open(data, Map.of("micronaut.server.port", -1))) {
      EmbeddedServer server = application.get(EmbeddedServer.class).start();
      visit(server.getURI());
    } finally {
      delete(data);
    }
    return ExitCode.DONE;
  }

  private static void visit(URI server) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] photo = Portrait.of(Person.ADA).jpeg();
      for (HttpRequest request :
          List.of(
              HttpRequest.newBuilder(server.resolve("/")).build(),
              HttpRequest.newBuilder(server.resolve("/v1/riders/ada/photo?wait=true"))
                  .POST(BodyPublishers.ofByteArray(photo))
                  .build())) {
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new CommandException(ExitCode.INTERNAL, request.uri() + " answered " + status);
        }
      }
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
