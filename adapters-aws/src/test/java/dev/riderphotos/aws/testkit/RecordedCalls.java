package dev.riderphotos.aws.testkit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Hears what clients of this JVM ask of AWS, while a recording goes on; a process of its own can be
 * told a file to write it into. The SDK finds it by itself, in a file of the class path.
 */
public final class RecordedCalls implements ExecutionInterceptor {
  /** The variable of the environment that names the file, a line for each permission. */
  public static final String FILE = "RECORDED_CALLS";

  private static final @Nullable String OWN_FILE = System.getenv(FILE);
  private static final ThreadLocal<Boolean> DEAF = ThreadLocal.withInitial(() -> false);
  private static final List<SdkRequest> HEARD = new CopyOnWriteArrayList<>();
  private static volatile boolean recording;

  /** From now on, and nothing of before. */
  public static void begin() {
    HEARD.clear();
    recording = true;
  }

  /** What the calls need that were heard; the recording is over. */
  public static Set<Permission> end() {
    recording = false;
    return HEARD.stream().flatMap(Permission::neededBy).collect(Collectors.toSet());
  }

  /** What the calls needed that were written into a file; nothing if there is none. */
  public static Set<Permission> of(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Set.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Permission(parts[0], parts[1]))
        .collect(Collectors.toSet());
  }

  /** Does what is not to be heard, in the calling thread. */
  public static void unheard(Runnable work) {
    DEAF.set(true);
    try {
      work.run();
    } finally {
      DEAF.remove();
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    if (recording && !DEAF.get()) {
      HEARD.add(call.request());
    }
    if (OWN_FILE != null) {
      write(Path.of(OWN_FILE), call.request());
    }
  }

  private static synchronized void write(Path file, SdkRequest request) {
    try {
      Files.write(
          file,
          Permission.neededBy(request).map(each -> each.action() + " " + each.resource()).toList(),
          CREATE,
          APPEND);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
