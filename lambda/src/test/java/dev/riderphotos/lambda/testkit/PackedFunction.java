package dev.riderphotos.lambda.testkit;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One environment of a function: the zip that is deployed, run by Lambda's own client in a process
 * of its own. It deals with one call after the other.
 */
public final class PackedFunction implements AutoCloseable {
  /** Where the build packs it, which it does after the module's own tests. */
  public static final Path ZIP = Path.of(System.getProperty("packed.functions"));

  /** Names what Lambda's client loads; by itself it writes over a file that all processes share. */
  private static final String NATIVE =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final FakeRuntimeApi api;
  private final Process process;

  private PackedFunction(FakeRuntimeApi api, Process process) {
    this.api = api;
    this.process = process;
    var _ = process.onExit().thenRun(api::ended);
  }

  /** Puts what is in the zip into a folder, and what Lambda's client loads beside it. */
  public static void unpack(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream from = zip.getInputStream(entry)) {
          long _ = Files.copy(from, file);
        }
      }
    }
    try (InputStream library = AWSLambda.class.getResourceAsStream("/jni/" + library())) {
      long _ = Files.copy(requireNonNull(library, "No " + library()), folder.resolve(library()));
    }
  }

  private static String library() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    boolean musl = Files.exists(Path.of("/etc/alpine-release"));
    return "libaws-lambda-jni.linux%s-%s.so".formatted(musl ? "_musl" : "", processor);
  }

  /**
   * Starts one.
   *
   * @param unpacked the folder that the zip was unpacked into
   * @param state whose work it does
   * @param besides what only tests put on the class path, behind all that the zip has
   */
  public static PackedFunction start(
      Path unpacked, String state, Map<String, String> environment, List<Class<?>> besides)
      throws IOException {
    FakeRuntimeApi api = new FakeRuntimeApi();
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-D%s=%s".formatted(NATIVE, unpacked.resolve(library())),
            "-cp",
            classPath(unpacked, besides),
            AWSLambda.class.getName(),
            "dev.riderphotos.lambda." + state + "Handler::handleRequest");
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new PackedFunction(api, builder.start());
  }

  private static String classPath(Path unpacked, List<Class<?>> besides) {
    List<Object> path = new ArrayList<>(List.of(unpacked, unpacked.resolve("lib") + "/*"));
    path.add(placeOf(AWSLambda.class));
    path.add(placeOf(PojoSerializer.class));
    besides.forEach(each -> path.add(placeOf(each)));
    return path.stream().map(Object::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Calls it, and waits for its answer.
   *
   * @throws TaskError if that is an error, or none comes
   */
  public JsonNode call(JsonNode payload) {
    try {
      return api.invoke(payload.toString()).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof TaskError error) {
        throw error;
      }
      throw failed;
    }
  }

  /** The process has ended when this returns, so that nobody asks for more. */
  @Override
  public void close() {
    try {
      var _ = process.destroyForcibly().onExit().join();
    } finally {
      api.close();
    }
  }
}
