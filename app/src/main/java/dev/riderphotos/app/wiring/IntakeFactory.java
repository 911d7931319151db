package dev.riderphotos.app.wiring;

import dev.riderphotos.intake.Intake;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How bodies of requests come in. */
@Factory
final class IntakeFactory {
  /** Where bodies are kept while they come in, if not where the system has temporary files. */
  static final String FOLDER = "intake.folder";

  private static final Logger LOG = LoggerFactory.getLogger(IntakeFactory.class);

  private final ScheduledExecutorService seconds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("intake").daemon().factory());

  @Singleton
  Intake intake(Settings.Limits limits, @Value("${" + FOLDER + ":}") String folder) {
    String place = folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder;
    Intake intake = new Intake(limits.intake(), Path.of(place));
    ScheduledFuture<?> _ =
        seconds.scheduleWithFixedDelay(() -> watch(intake), 1, 1, TimeUnit.SECONDS);
    return intake;
  }

  @PreDestroy
  void close() {
    seconds.shutdownNow();
  }

  private static void watch(Intake intake) {
    try {
      intake.watch();
    } catch (RuntimeException fault) {
      LOG.warn("Slow senders were not looked for; once more in a second", fault);
    }
  }
}
