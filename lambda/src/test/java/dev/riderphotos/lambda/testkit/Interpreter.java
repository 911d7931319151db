package dev.riderphotos.lambda.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The state machine of deploy/aws, interpreted in a child process that asks for the result of every
 * task, with pauses left out. One for all tests of a JVM; it ends with it.
 */
public final class Interpreter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEPLOY = Path.of(System.getProperty("deploy.directory"));

  private final Writer commands;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Running> runs = new ConcurrentHashMap<>();

  private static final class Holder {
    static final Interpreter ONE = started();
  }

  private Interpreter(Writer commands) {
    this.commands = commands;
  }

  /** Does the work of a state: is given its payload, and returns the result. */
  @FunctionalInterface
  public interface Tasks {
    /**
     * Does it.
     *
     * @throws TaskError if it fails
     */
    JsonNode run(String state, JsonNode payload);
  }

  /**
   * How an execution ended.
   *
   * @param told all that the interpreter says of it: {@code ended}, {@code output} or {@code
   *     cause}, {@code events}
   */
  public record End(JsonNode told) {
    public boolean succeeded() {
      return told.path("ended").asText().equals("ExecutionSucceeded");
    }

    public JsonNode output() {
      return told.path("output");
    }

    /** The name of the error that it failed with. */
    public String error() {
      JsonNode events = told.path("events");
      return events.path(events.size() - 1).path("error").asText();
    }

    public String cause() {
      JsonNode events = told.path("events");
      return events.path(events.size() - 1).path("cause").asText();
    }
  }

  private record Running(Tasks tasks, CompletableFuture<End> end) {}

  public static Interpreter get() {
    return Holder.ONE;
  }

  /** The state machine as it is deployed, with the functions' names for their ARNs. */
  public static JsonNode definition() {
    try {
      String asl = Files.readString(DEPLOY.resolve("rider-photo-processing.asl.json"));
      return JSON.readTree(
          asl.replaceAll(
              "\\$\\{(\\w+)FunctionArn}",
              "arn:aws:lambda:us-east-1:123456789012:function:$1:live"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Runs an execution of this name, and returns when it has ended. */
  public End run(String executionArn, JsonNode input, Tasks tasks) {
    return start(executionArn, input, tasks).join();
  }

  public CompletableFuture<End> start(String executionArn, JsonNode input, Tasks tasks) {
    Running running = new Running(tasks, new CompletableFuture<>());
    runs.put(executionArn, running);
    ObjectNode command = JSON.createObjectNode().put("run", executionArn);
    command.set("input", input);
    command.putObject("context").putObject("Execution").put("Id", executionArn);
    say(command);
    return running.end();
  }

  /** Ends an execution from outside; what its tasks do meanwhile, they go on doing. */
  public void stop(String executionArn) {
    say(JSON.createObjectNode().put("stop", executionArn));
  }

  private static Interpreter started() {
    try {
      Path script = script();
      Process process =
          new ProcessBuilder(
                  "node",
                  script.toString(),
                  Path.of(System.getProperty("interpreter.directory"), "build/main.node.esm.js")
                      .toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      Interpreter interpreter = new Interpreter(process.outputWriter(UTF_8));
      Thread reader =
          Thread.ofPlatform()
              .daemon()
              .name("interpreter")
              .start(() -> interpreter.listen(process.inputReader(UTF_8)));
      assert reader.isDaemon();
      ObjectNode machine = JSON.createObjectNode();
      machine.set("asl", definition());
      interpreter.say(machine);
      return interpreter;
    } catch (IOException missing) {
      throw new UncheckedIOException("Node runs the state machine: install it", missing);
    }
  }

  /** Node reads it from a file, wherever these classes are. */
  private static Path script() throws IOException {
    Path file = Files.createTempFile("interpreter", ".mjs");
    file.toFile().deleteOnExit();
    try (InputStream script = Interpreter.class.getResourceAsStream("interpreter.mjs")) {
      long _ = Files.copy(requireNonNull(script), file, REPLACE_EXISTING);
    }
    return file;
  }

  private void listen(BufferedReader answers) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        JsonNode told = JSON.readTree(line);
        Running running = runs.get(told.path("run").asText());
        if (running == null) {
          continue;
        }
        if (told.has("ended")) {
          runs.remove(told.path("run").asText());
          running.end().complete(new End(told));
        } else {
          workers.execute(() -> work(running, told));
        }
      }
      fail(new IOException("The interpreter has ended"));
    } catch (IOException broken) {
      fail(broken);
    }
  }

  private void fail(IOException broken) {
    runs.values().forEach(running -> running.end().completeExceptionally(broken));
  }

  private void work(Running running, JsonNode asked) {
    ObjectNode answer = JSON.createObjectNode().put("task", asked.path("task").asText());
    try {
      answer.set(
          "result", running.tasks().run(asked.path("state").asText(), asked.path("payload")));
    } catch (TaskError failure) {
      answer.put("error", failure.error()).put("cause", payload(failure));
    } catch (RuntimeException | Error fatal) {
      running.end().completeExceptionally(fatal);
      return;
    }
    say(answer);
  }

  /** As Lambda has Step Functions know of an error. */
  private static String payload(TaskError failure) {
    ObjectNode payload =
        JSON.createObjectNode()
            .put("errorMessage", failure.message())
            .put("errorType", failure.error());
    payload.putArray("stackTrace");
    return payload.toString();
  }

  private synchronized void say(ObjectNode message) {
    try {
      commands.write(JSON.writeValueAsString(message));
      commands.write('\n');
      commands.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
