package dev.riderphotos.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.intake.BodyRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second goes by when the test says so. */
class IntakeTest {
  private static final IntakeRules RULES = new IntakeRules(Duration.ofMinutes(5), 1024, 3, 2);
  private static final int MOST = 1_000_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Spool.SMALL, Spool.SMALL + 1, 300_000, MOST})
  void keepsWhatCameInAndForgetsItWhenClosed(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);

    try (Spool spool = intake().take(body("ada", new ByteArrayInputStream(bytes)))) {
      assertThat(spool.size()).isEqualTo(size);
      assertThat(spool.open()).hasBinaryContent(bytes);
      assertThat(spool.open()).as("again").hasBinaryContent(bytes);
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedAndItsRestForgotten() {
    Sender sender = new Sender().send(MOST).send(1).end();

    assertRefused(Reason.TOO_LARGE, () -> intake().take(declaring(MOST + 1, sender, false)));

    assertThat(sender.wasReadToItsEnd()).isTrue();
    assertThat(sender.isClosed()).isTrue();
  }

  @Test
  void aSenderWhoAsksFirstIsNotAskedForABodyThatIsTooLarge() {
    Sender sender = new Sender().send(MOST).send(1).end();

    assertRefused(Reason.TOO_LARGE, () -> intake().take(declaring(MOST + 1, sender, true)));

    assertThat(sender.wasReadToItsEnd()).isFalse();
    assertThat(sender.isClosed()).isTrue();
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefusedAndItsRestForgotten() {
    Sender sender = new Sender().send(MOST).send(1).send(MOST).end();

    assertRefused(Reason.TOO_LARGE, () -> intake().take(body("ada", sender)));

    assertThat(sender.wasReadToItsEnd()).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBodyThatBreaksOffIsRefused() {
    Intake intake = intake();

    for (int i = 0; i < 10; i++) { // each gives its place back
      Sender sender = new Sender().send(100_000).breakOff();
      assertRefused(Reason.CUT_SHORT, () -> intake.take(body("ada", sender)));
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatCannotBeKeptIsOurFault() {
    Intake intake = new Intake(RULES, folder.resolve("missing"));

    for (int i = 0; i < 10; i++) { // each gives its place back
      Sender sender = new Sender().send(100_000).end();
      assertThatThrownBy(() -> intake.take(body("ada", sender)))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 20_479, 100_000})
  void nobodyWaitsForASenderWhoFallsSilent(int before) throws Exception {
    Intake intake = intake();
    Sender sender = new Sender().send(before);
    CompletableFuture<Boolean> end = refusal(Reason.TOO_SLOW, intake, sender);
    sender.awaitReader();

    seconds(intake, 40);

    assertThat(end.get()).as("whether its thread is still interrupted").isFalse();
    assertThat(sender.isClosed()).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSenderMayFallSilentForAWhile() {
    Intake intake = intake();
    Sender sender = new Sender().send(5000);
    Arrival arrival = intake.begin(body("ada", sender));
    assertThat(arrival.read(new byte[5000])).isEqualTo(5000);

    seconds(intake, 19);
    sender.send(30_000).end();

    assertThat(arrival.read(new byte[30_000])).isEqualTo(30_000);
    seconds(intake, 19);
    assertThat(arrival.read(new byte[1])).isEqualTo(-1);
    seconds(intake, 1000); // it is complete, and may be looked at for long
    arrival.close();
  }

  @Test
  void aSenderHasToKeepUpTheRate() {
    assertThat(secondsThatASenderLasts(1)).isEqualTo(20);
    assertThat(secondsThatASenderLasts(1023)).isEqualTo(20);
    assertThat(secondsThatASenderLasts(1024)).as("the time for it all").isEqualTo(300);
    assertThat(secondsThatASenderLasts(3000)).as("the time for it all").isEqualTo(300);
  }

  @Test
  void aCallerHasItsShareOfThePlaces() {
    Intake intake = intake();
    Arrival first = intake.begin(body("ada", new Sender()));
    Arrival second = intake.begin(body("ada", new Sender()));

    assertRefused(Reason.TOO_MANY, () -> intake.begin(body("ada", new Sender())));
    Arrival other = intake.begin(body("boris", new Sender()));
    assertRefused(Reason.TOO_MANY, () -> intake.begin(body("cleo", new Sender())));

    first.close();
    first.close(); // gives back one place, not two
    Arrival next = intake.begin(body("ada", new Sender()));
    assertRefused(Reason.TOO_MANY, () -> intake.begin(body("cleo", new Sender())));
    second.close();
    other.close();
    next.close();
  }

  @Test
  void whatCameInKeepsItsPlaceUntilItIsClosed() {
    Intake intake = intake();
    Spool first = intake.take(body("ada", new Sender().send(1).end()));
    Spool second = intake.take(body("ada", new Sender().send(50_000).end()));
    assertRefused(Reason.TOO_MANY, () -> intake.take(body("ada", new Sender().end())));

    first.close();
    first.close();

    intake.take(body("ada", new Sender().end())).close();
    second.close();
  }

  private Intake intake() {
    return new Intake(RULES, folder);
  }

  private int secondsThatASenderLasts(int bytesEachSecond) {
    Intake intake = intake();
    Sender sender = new Sender();
    Arrival arrival = intake.begin(body("ada", sender));
    int seconds = 0;
    try (arrival) {
      for (; seconds < 1000; seconds++) {
        sender.send(bytesEachSecond);
        assertThat(arrival.read(new byte[bytesEachSecond])).isEqualTo(bytesEachSecond);
        intake.watch();
      }
    } catch (BodyRefused refused) {
      assertThat(refused.reason()).isEqualTo(Reason.TOO_SLOW);
    }
    return seconds;
  }

  /** Of a body that a thread of its own takes in: whether that is left interrupted. */
  private static CompletableFuture<Boolean> refusal(Reason reason, Intake intake, Sender sender) {
    return CompletableFuture.supplyAsync(
        () -> {
          assertRefused(reason, () -> intake.take(body("ada", sender)));
          return Thread.currentThread().isInterrupted();
        },
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static void seconds(Intake intake, int count) {
    for (int i = 0; i < count; i++) {
      intake.watch();
    }
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BodyRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Intake.Body body(String account, InputStream bytes) {
    return new Intake.Body(account, bytes, -1, MOST, false);
  }

  private static Intake.Body declaring(long size, InputStream bytes, boolean asksFirst) {
    return new Intake.Body("ada", bytes, size, MOST, asksFirst);
  }
}
