package dev.riderphotos.app.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * How we log: to standard error, so that standard output carries results alone. Logback finds it by
 * itself. It is no file, for to read one takes 500 classes at each start.
 */
public final class LogToStandardError extends ContextAwareBase implements Configurator {
  private static final String LINE =
      "%d{HH:mm:ss.SSS} %-5level %logger{0} %X{execution} %msg%n"; // %X is what MDC says

  /** By these an operator, or a test, says something else. */
  private static final String FILE_SETTING = "logback.configurationFile";

  private static final String FILE_VARIABLE = "LOGBACK_CONFIGURATION_FILE";
  private static final String FILE_OF_TESTS = "/logback-test.xml";

  @Override
  public ExecutionStatus configure(LoggerContext logging) {
    if (saidElsewhere()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(logging);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  static void set(LoggerContext logging) {
    StorageFaultsOnceAMinute faults = new StorageFaultsOnceAMinute();
    faults.setContext(logging);
    faults.start();
    logging.addTurboFilter(faults);
    logging.getLogger("dev.riderphotos").setLevel(Level.INFO);
    ch.qos.logback.classic.Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(standardError(logging));
  }

  private static boolean saidElsewhere() {
    return System.getProperty(FILE_SETTING) != null
        || System.getenv(FILE_VARIABLE) != null
        || LogToStandardError.class.getResource(FILE_OF_TESTS) != null;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext logging) {
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(logging);
    lines.setPattern(LINE);
    lines.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(logging);
    appender.setName("err");
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(lines);
    appender.start();
    return appender;
  }
}
