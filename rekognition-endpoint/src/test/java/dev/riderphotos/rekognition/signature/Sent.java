package dev.riderphotos.rekognition.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** A request as a client sent it, which can be tampered with. */
record Sent(String method, String target, List<Header> headers, String body) {
  record Header(String name, String value) {
    static Header of(String line) {
      String[] parts = line.split(":", 2);
      return new Header(parts[0], parts[1]);
    }
  }

  Sent {
    headers = List.copyOf(headers);
  }

  /** Reads a request line, headers, and behind an empty line the body. */
  static Sent of(String text) {
    String[] parts = text.split("\n\n", 2);
    List<String> head = bytes(parts[0]).lines().toList();
    String line = head.getFirst();
    return new Sent(
        line.substring(0, line.indexOf(' ')),
        line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' ')),
        head.stream().skip(1).map(Header::of).toList(),
        parts.length == 1 ? "" : parts[1]);
  }

  /** What a client sent to a server that wrote it down. */
  static Sent recorded(String name) {
    try (InputStream in = Sent.class.getResourceAsStream(name + ".http")) {
      return of(new String(requireNonNull(in).readAllBytes(), UTF_8));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** With this value in place of all that the header had. */
  Sent with(String name, String value) {
    Stream<Header> others = headers.stream().filter(it -> !it.name().equalsIgnoreCase(name));
    return with(Stream.concat(others, Stream.of(new Header(name, value))).toList());
  }

  Sent without(String name) {
    return with(headers.stream().filter(it -> !it.name().equalsIgnoreCase(name)).toList());
  }

  Sent with(List<Header> others) {
    return new Sent(method, target, others, body);
  }

  Sent withTarget(String other) {
    return new Sent(method, other, headers, body);
  }

  Sent withMethod(String other) {
    return new Sent(other, target, headers, body);
  }

  Sent withBody(String other) {
    return new Sent(method, target, headers, other);
  }

  byte[] bodyBytes() {
    return body.getBytes(UTF_8);
  }

  RequestHead head() {
    return new RequestHead(method, target, this::values);
  }

  List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  List<String> signedHeaders() {
    return Authorization.of(values("Authorization").getFirst()).signedHeaders();
  }

  /** Asks whether it is well signed. */
  void check(SignatureCheck check) {
    try {
      check.claim(head()).verify(new ByteArrayInputStream(bodyBytes()));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** As servers see it: a character for each byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
