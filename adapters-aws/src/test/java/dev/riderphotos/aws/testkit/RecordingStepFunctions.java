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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Answers as Step Functions does for Standard state machines, keeps the runs that it is asked to
 * start, and has the test's own code do their work.
 */
public final class RecordingStepFunctions implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "AWSStepFunctions.";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private final Map<String, String> stopped = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Set<String> machines = ConcurrentHashMap.newKeySet();
  private volatile Consumer<Run> work = _ -> {};
  private volatile Consumer<String> stopping = _ -> {};

  private RecordingStepFunctions(HttpServer server) {
    this.server = server;
  }

  /** A run as it was asked for; its ARN is that of an execution. */
  public record Run(String arn, String input) {}

  public static RecordingStepFunctions start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      RecordingStepFunctions stepFunctions = new RecordingStepFunctions(server);
      server.setExecutor(stepFunctions.workers);
      var _ = server.createContext("/", stepFunctions::handle);
      server.start();
      return stepFunctions;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on there is one of this ARN. */
  public void deploy(String machine) {
    machines.add(machine);
  }

  /** From now on each run does this, in a thread of its own, and ends after it. */
  public void eachRun(Consumer<Run> does) {
    work = does;
  }

  /** From now on this is done after a run was stopped, of which it is given the ARN. */
  public void eachStop(Consumer<String> does) {
    stopping = does;
  }

  /** In no order. */
  public List<Run> runs() {
    return new ArrayList<>(runs.values());
  }

  /** Why each run was stopped that was, by its ARN. */
  public Map<String, String> stopped() {
    return Map.copyOf(stopped);
  }

  /** The operations that were called, in their order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private record Reply(int status, String body) {
    static Reply ok(String body) {
      return new Reply(200, body);
    }

    static Reply refusal(String type) {
      return new Reply(400, "{\"__type\": \"" + type + "\", \"message\": \"refused\"}");
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = answer(exchange);
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.contains("/states/aws4_request")) {
      return Reply.refusal("MissingAuthenticationTokenException");
    }
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation = target.substring(PREFIX.length());
    calls.add(operation);
    return switch (operation) {
      case "StartExecution" -> begin(body);
      case "StopExecution" -> stop(body);
      case "DescribeExecution" -> describe(body.path("executionArn").asText());
      case "DescribeStateMachine" -> describeMachine(body.path("stateMachineArn").asText());
      default -> Reply.refusal("UnknownOperationException");
    };
  }

  private Reply begin(JsonNode request) {
    String machine = request.path("stateMachineArn").asText();
    if (!machines.contains(machine)) {
      return Reply.refusal("StateMachineDoesNotExist");
    }
    String name = request.path("name").asText();
    Run asked =
        new Run(
            machine.replace(":stateMachine:", ":execution:") + ":" + name,
            request.path("input").asText());
    Run earlier = runs.putIfAbsent(asked.arn(), asked);
    if (earlier == null) {
      workers.execute(() -> run(asked));
    } else if (hasEnded(earlier) || !earlier.equals(asked)) {
      return Reply.refusal("ExecutionAlreadyExists");
    }
    return Reply.ok("{\"executionArn\": \"%s\", \"startDate\": 1.0}".formatted(asked.arn()));
  }

  private void run(Run run) {
    work.accept(run);
    ended.add(run.arn());
  }

  private boolean hasEnded(Run run) {
    return ended.contains(run.arn()) || stopped.containsKey(run.arn());
  }

  private Reply stop(JsonNode request) {
    String arn = request.path("executionArn").asText();
    if (!runs.containsKey(arn)) {
      return Reply.refusal("ExecutionDoesNotExist");
    }
    stopped.put(arn, request.path("cause").asText());
    workers.execute(() -> stopping.accept(arn));
    return Reply.ok("{\"stopDate\": 2.0}");
  }

  private Reply describe(String arn) {
    Run run = runs.get(arn);
    if (run == null) {
      return Reply.refusal("ExecutionDoesNotExist");
    }
    String status = stopped.containsKey(arn) ? "ABORTED" : hasEnded(run) ? "SUCCEEDED" : "RUNNING";
    return Reply.ok("{\"executionArn\": \"%s\", \"status\": \"%s\"}".formatted(arn, status));
  }

  private Reply describeMachine(String arn) {
    return machines.contains(arn)
        ? Reply.ok("{\"stateMachineArn\": \"%s\", \"status\": \"ACTIVE\"}".formatted(arn))
        : Reply.refusal("StateMachineDoesNotExist");
  }
}
