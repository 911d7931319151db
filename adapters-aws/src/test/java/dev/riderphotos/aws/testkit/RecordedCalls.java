package dev.riderphotos.aws.testkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Hears what clients of this JVM ask of AWS, while a recording goes on. The SDK finds it by itself,
 * in a file of the class path.
 */
public final class RecordedCalls implements ExecutionInterceptor {
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
  }
}
