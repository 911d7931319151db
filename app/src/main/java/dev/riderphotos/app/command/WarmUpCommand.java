package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.riderphotos.app.wiring.Application;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code warm-up}: serves one page and verifies a photo again and again, for the JVM to note which
 * classes that takes, and which code is worth compiling. The launcher's, not for people.
 */
@Command(name = "warm-up", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {
  private static final String DONE = "HTTP/1.1 200 ";
  private static final String BOUNDARY = "end-of-part";
  private static final String FORM =
      "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n";

  /** So many that what each does a few times counts as much as what a start does often. */
  private static final int VERIFICATIONS = 30;

  @Mixin private DataOption data;

  @Parameters(paramLabel = "PHOTO")
  private Path photo;

  @Override
  public Integer call() throws IOException {
    try (Application application =
        Application.openToServe(data.path(), Map.of("micronaut.server.port", -1))) {
      int port = ServeCommand.start(application).getPort();
      ask(port, "GET /health", new byte[0]);
      ask(port, "GET /", new byte[0]);
      byte[] form = form(Files.readAllBytes(photo));
      for (int i = 0; i < VERIFICATIONS; i++) {
        ask(port, "POST /v1/riders/ada/photo?wait=true&replace=true", form);
      }
    }
    return ExitCode.DONE;
  }

  private static byte[] form(byte[] photo) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"selfie.jpg\"\r\n\r\n";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(head.formatted(BOUNDARY).getBytes(US_ASCII));
    form.writeBytes(photo);
    form.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(US_ASCII));
    return form.toByteArray();
  }

  /** A client of the JDK's would have classes noted that no server needs. */
  private static void ask(int port, String what, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String head =
          what
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + (body.length == 0 ? "" : FORM)
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
}
