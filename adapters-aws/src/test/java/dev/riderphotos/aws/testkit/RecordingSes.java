package dev.riderphotos.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as SESv2 does, and keeps the mails that it is asked to send. Refuses odd requests. */
public final class RecordingSes implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IDENTITIES = "/v2/email/identities";

  private final HttpServer server;
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final Map<String, Boolean> verified = new ConcurrentHashMap<>();

  private RecordingSes(HttpServer server) {
    this.server = server;
  }

  /** A mail as it was asked for. */
  public record Mail(String from, String to, String subject, String html, String text) {}

  private record Reply(int status, String body) {
    static Reply ok(String body) {
      return new Reply(200, body);
    }
  }

  public static RecordingSes start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      RecordingSes ses = new RecordingSes(server);
      var _ = server.createContext("/", ses::handle);
      server.start();
      return ses;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** In the order they came. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** The link in the mail to this address, or the record of this domain, is seen to. */
  public void verify(String identity) {
    verified.put(identity, true);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = answer(exchange);
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (reply.status() != 200) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", reply.body());
      }
      exchange.sendResponseHeaders(reply.status(), reply.status() == 200 ? body.length : -1);
      if (reply.status() == 200) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.contains("/ses/aws4_request")) {
      return new Reply(403, "MissingAuthenticationTokenException");
    }
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String path = exchange.getRequestURI().getPath();
    return switch (exchange.getRequestMethod() + " " + path) {
      case "POST /v2/email/outbound-emails" -> send(body);
      case "GET /v2/email/account" -> Reply.ok("{\"SendingEnabled\": true}");
      case "POST " + IDENTITIES -> add(body);
      default -> identity(path.substring(path.lastIndexOf('/') + 1));
    };
  }

  private Reply send(JsonNode request) {
    JsonNode simple = request.at("/Content/Simple");
    Mail mail =
        new Mail(
            request.path("FromEmailAddress").asText(),
            request.at("/Destination/ToAddresses/0").asText(),
            simple.at("/Subject/Data").asText(),
            simple.at("/Body/Html/Data").asText(),
            simple.at("/Body/Text/Data").asText());
    for (String part : List.of("/Subject", "/Body/Html", "/Body/Text")) {
      if (!simple.at(part + "/Charset").asText().equals("UTF-8")) {
        return new Reply(400, "BadRequestException");
      }
    }
    mails.add(mail);
    return Reply.ok("{\"MessageId\": \"" + mails.size() + "\"}");
  }

  private Reply add(JsonNode request) {
    boolean there = verified.putIfAbsent(request.path("EmailIdentity").asText(), false) != null;
    return there ? new Reply(400, "AlreadyExistsException") : Reply.ok("{}");
  }

  private Reply identity(String name) {
    Boolean isVerified = verified.get(name);
    return isVerified == null
        ? new Reply(404, "NotFoundException")
        : Reply.ok("{\"VerifiedForSendingStatus\": " + isVerified + "}");
  }
}
