package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.riderphotos.app.wiring.Application;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code warm-up}: serves one page and verifies one photo on a throw-away data folder, for the JVM
 * to note which classes that takes. The launcher's, not for people.
 */
@Command(name = "warm-up", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {
  private static final String DONE = "HTTP/1.1 200 ";

  @Parameters(paramLabel = "PHOTO")
  private Path photo;

  @Override
  public Integer call() throws IOException {
    Path data = Files.createTempDirectory("rider-photos-warm-up");
    try (Application application = Application.open(data, Map.of("micronaut.server.port", -1))) {
      int port = ServeCommand.start(application).getPort();
      ask(port, "GET /health", new byte[0]);
      ask(port, "GET /", new byte[0]);
      ask(port, "POST /v1/riders/ada/photo?wait=true", Files.readAllBytes(photo));
    } finally {
      delete(data);
    }
    return ExitCode.DONE;
  }

  /** A client of the JDK's would have classes noted that no server needs. */
  private static void ask(int port, String what, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String head =
          what
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: image/jpeg\r\n"
              + ("Content-Length: " + body.length + "\r\n\r\n");
      out.write(head.getBytes(US_ASCII));
      out.write(body);
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      if (!answer.startsWith(DONE)) {
        throw new CommandException(ExitCode.INTERNAL, what + " answered " + answer);
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
