package dev.riderphotos.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LogToStandardErrorTest {
  private final LoggerContext logging = new LoggerContext();

  @Test
  void ourOwnIsToldAndWarningsOfOthers() {
    LogToStandardError.set(logging);

    assertThat(logging.getLogger("dev.riderphotos.some").getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(logging.getLogger("com.example").getEffectiveLevel()).isEqualTo(Level.WARN);
    assertThat(logging.getTurboFilterList().getFirst())
        .isInstanceOf(StorageFaultsOnceAMinute.class);
  }

  @Test
  void standardOutputIsLeftToResults() {
    LogToStandardError.set(logging);

    assertThat(logging.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("err"))
        .isInstanceOfSatisfying(
            ConsoleAppender.class,
            appender -> {
              assertThat(appender.getTarget()).isEqualTo("System.err");
              assertThat(appender.isStarted()).isTrue();
            });
  }

  @Test
  void logbackFindsItAndItStandsBackBehindAFile() {
    assertThat(ServiceLoader.load(Configurator.class))
        .hasAtLeastOneElementOfType(LogToStandardError.class);

    assertThat(new LogToStandardError().configure(logging)) // tests have a file
        .isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
  }
}
