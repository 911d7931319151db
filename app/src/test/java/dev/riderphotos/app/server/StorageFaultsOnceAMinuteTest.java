package dev.riderphotos.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorageFaultsOnceAMinuteTest {
  private static final StorageException FULL =
      new StorageException("write a photo", true, new IOException("No space left on device"));

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger log = context.getLogger("anybody");
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void begin() {
    context.addTurboFilter(new StorageFaultsOnceAMinute(() -> now));
    lines.setContext(context);
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.INFO);
  }

  @Test
  void whateverTellsOfItItIsOneLineWithoutATrace() {
    for (int i = 0; i < 100; i++) {
      log.warn("{} {}: {}", "POST", "/v1", FULL.getMessage(), FULL);
      log.error("Unexpected", new CompletionException(FULL));
      context.getLogger("somebody.else").warn("Events wait: {}", "again", FULL);
    }

    assertThat(lines.list)
        .singleElement()
        .satisfies(line -> assertThat(line.getThrowableProxy()).isNull())
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("Could not write a photo", "the disk is full");
  }

  @Test
  void aMinuteLaterItIsToldAgain() {
    log.warn("now", FULL);
    now = now.plus(Duration.ofSeconds(59));
    log.warn("soon", FULL);
    assertThat(lines.list).hasSize(1);

    now = now.plus(Duration.ofSeconds(1));
    log.warn("later", FULL);
    log.warn("later", FULL);
    assertThat(lines.list).hasSize(2);
  }

  @Test
  void othersAreToldAsEver() {
    BackendException busy = new BackendException("write", true, new IOException("busy"));
    log.warn("one", busy);
    log.warn("two: {}", "x", busy);
    log.info("three");

    assertThat(lines.list).hasSize(3);
    assertThat(lines.list.getFirst().getThrowableProxy()).isNotNull();
  }
}
