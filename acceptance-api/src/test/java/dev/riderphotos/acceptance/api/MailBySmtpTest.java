package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A whole server that hands its mail to a mail server, in good days and bad ones. */
class MailBySmtpTest {
  private static final String PASSWORD = "pa55-of-the-test";
  private static final List<String> RECIPIENTS = new CopyOnWriteArrayList<>();
  private static volatile boolean letsIn;
  private static volatile boolean takesMail;

  private static final SMTPServer MAIL =
      SMTPServer.port(0)
          .bindAddress(InetAddress.getLoopbackAddress())
          .authenticationHandlerFactory(
              new EasyAuthenticationHandlerFactory((_, password, _) -> admit(password)))
          .requireAuth()
          .messageHandler((_, _, to, _) -> take(to))
          .build();

  static {
    MAIL.start();
  }

  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              "adapters.mail", "smtp",
              "mail.smtp.host", "localhost",
              "mail.smtp.port", MAIL.getPortAllocated(),
              "mail.smtp.tls", "none",
              "mail.smtp.user", "rider-photos",
              "mail.smtp.password", PASSWORD,
              "retries.attempts", 2,
              "retries.delay", "1ms"));

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.riderphotos");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void begin() {
    letsIn = true;
    takesMail = true;
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
  }

  @AfterEach
  void end() {
    logger.detachAppender(log);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
  }

  @Test
  void aRefusedRiderGetsAMail() throws IOException {
    refused("mailed").isRejected("Detected 0 faces in the photo.");

    assertThat(RECIPIENTS).contains("mailed@example.com");
    assertThat(SERVER.client().health().at("details/mail (SMTP)/status")).isEqualTo("UP");
    assertThat(SERVER.mails()).isEmpty();
  }

  @Test
  void aMailThatIsRefusedChangesNoVerdictAndIsCounted() {
    long before = failedMails();
    takesMail = false;

    Answer answer = refused("unmailed").isRejected("Detected 0 faces in the photo.");
    SERVER.client().verify("unheard", Photos.of(Person.ADA)).isVerified();

    assertThat(failedMails()).isEqualTo(before + 1);
    assertThat(answer.textAt("steps/1/status")).isEqualTo("FAILED");
    assertThat(answer.textAt("steps/1/error"))
        .isEqualTo(
            "Could not hand a mail to the mail server at localhost:%d: it answered 550"
                .formatted(MAIL.getPortAllocated()));
    assertThat(RECIPIENTS).doesNotContain("unmailed@example.com");
  }

  @Test
  void whyNoMailGoesOutIsToldAndThePasswordNowhere() {
    letsIn = false;

    Answer answer = refused("silent").isRejected("Detected 0 faces in the photo.");
    Answer health = SERVER.client().health();
    String key =
        SERVER
            .application()
            .get(CreateApiKey.class)
            .create("info", Set.of(Scope.INDEX))
            .secret()
            .reveal();
    Answer info = SERVER.client().send("GET", "/v1/info", Map.of("x-api-key", key), new byte[0]);

    assertThat(health.at("status")).isEqualTo("DOWN");
    assertThat(health.at("details/mail (SMTP)/details"))
        .isEqualTo(
            "Could not sign in to the mail server at localhost:%d: it refuses user or password"
                .formatted(MAIL.getPortAllocated()));
    assertThat(info.at("settings/adapters.mail")).isEqualTo("smtp");
    assertThat(List.of(answer.text(), health.text(), info.text()))
        .noneMatch(told -> told.contains(PASSWORD));
    assertThat(log.list)
        .extracting(MailBySmtpTest::logged)
        .anyMatch(line -> line.contains("Could not sign in"))
        .noneMatch(line -> line.contains(PASSWORD));
  }

  private static Answer refused(String rider) {
    return SERVER
        .client()
        .post(
            Client.photoOf(rider) + "?wait=true",
            new Form()
                .field("email", rider + "@example.com")
                .file("photo", "me.jpg", Photos.nobody()));
  }

  private static String logged(ILoggingEvent line) {
    return line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy());
  }

  private static long failedMails() {
    Collection<Timer> failed =
        SERVER
            .application()
            .get(MeterRegistry.class)
            .find("rider.photos.step")
            .tags("step", "PhotoDoesNotMeetRequirement", "outcome", "FAILED")
            .timers();
    return failed.stream().mapToLong(Timer::count).sum();
  }

  private static void admit(String password) throws LoginFailedException {
    if (!letsIn || !password.equals(PASSWORD)) {
      throw new LoginFailedException();
    }
  }

  private static void take(String recipient) throws RejectException {
    if (!takesMail) {
      throw new RejectException(550, "not today");
    }
    RECIPIENTS.add(recipient);
  }
}
