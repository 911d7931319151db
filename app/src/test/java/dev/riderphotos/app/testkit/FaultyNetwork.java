package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.riderphotos.aws.testkit.OddAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The way to all services of AWS, for all tests of a class: requests go on as they are, byte by
 * byte, but those that a test says, which somebody else answers. To be registered before what is to
 * meet it.
 */
public final class FaultyNetwork implements BeforeAllCallback, AfterAllCallback {
  private static final List<String> SERVICES =
      List.of("S3", "DynamoDb", "Sqs", "SesV2", "SecretsManager");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final String END = "\r\n\r\n";

  private final Map<String, String> targets = new LinkedHashMap<>();
  private final List<ServerSocket> doors = new ArrayList<>();
  private volatile @Nullable Rule rule;
  private final AtomicInteger struck = new AtomicInteger();

  /** What is answered to requests that contain all these words. */
  private record Rule(OddAnswer answer, List<String> words) {
    boolean strikes(String request) {
      return words.stream().allMatch(request::contains);
    }
  }

  /** From now on, until {@link #heal}. */
  public void answers(OddAnswer answer, String... words) {
    struck.set(0);
    rule = new Rule(answer, List.of(words));
  }

  /** From now on all is well. */
  public void heal() {
    rule = null;
  }

  /** How often somebody else answered since that was asked for. */
  public int struck() {
    return struck.get();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var _ = AwsServer.aws();
    for (String service : SERVICES) {
      String property = "aws.endpointUrl" + service;
      String target = requireNonNull(System.getProperty(property));
      targets.put(property, target);
      System.setProperty(property, before(URI.create(target)).toString());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    targets.forEach(System::setProperty);
    for (ServerSocket door : doors) {
      door.close();
    }
  }

  /** Where who wants to get there goes instead. */
  public URI before(URI target) {
    try {
      ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      doors.add(door);
      var _ = Thread.ofVirtual().start(() -> welcome(door, target));
      return URI.create("http://127.0.0.1:" + door.getLocalPort());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void welcome(ServerSocket door, URI target) {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        var _ = Thread.ofVirtual().start(() -> serve(guest, target));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** One request, and no second one on the same connection. */
  private void serve(Socket guest, URI target) {
    try (guest) {
      byte[] request = read(guest);
      Rule now = rule;
      if (now != null && now.strikes(new String(request, ISO_8859_1))) {
        int _ = struck.incrementAndGet();
        guest.getOutputStream().write(bytes(now.answer()));
      } else {
        pass(request, target, guest.getOutputStream());
      }
    } catch (IOException gone) {
      // The client went away, or the service did: either has to cope.
    }
  }

  private static byte[] read(Socket guest) throws IOException {
    InputStream in = guest.getInputStream();
    String head = head(in);
    if (head.contains("Expect: 100-continue")) {
      guest.getOutputStream().write(("HTTP/1.1 100 Continue" + END).getBytes(ISO_8859_1));
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(closing(head).getBytes(ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf(END) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** So that the end of the answer is the end of the connection, and both ends know. */
  private static String closing(String head) {
    return head.replaceAll("(?i)\r\n(connection|expect): [^\r]*", "")
        .replace(END, "\r\nConnection: close" + END);
  }

  private static void pass(byte[] request, URI target, OutputStream answer) throws IOException {
    try (Socket service = new Socket(target.getHost(), target.getPort())) {
      service.getOutputStream().write(request);
      InputStream in = service.getInputStream();
      answer.write(closing(head(in)).getBytes(ISO_8859_1));
      long _ = in.transferTo(answer);
    }
  }

  private static byte[] bytes(OddAnswer answer) {
    byte[] body = answer.body();
    String head =
        "HTTP/1.1 %d Odd\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close%s"
            .formatted(
                answer.status(),
                answer.contentType().isEmpty() ? "text/plain" : answer.contentType(),
                body.length + answer.missing(),
                END);
    return (head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
  }
}
