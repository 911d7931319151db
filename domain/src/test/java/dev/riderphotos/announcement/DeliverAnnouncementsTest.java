package dev.riderphotos.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.Announcements.DeadLetter;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.announcement.Webhooks.Answer;
import dev.riderphotos.announcement.Webhooks.Answer.Accepted;
import dev.riderphotos.announcement.Webhooks.Answer.Gone;
import dev.riderphotos.announcement.Webhooks.Answer.Refused;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryAnnouncements;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeliverAnnouncementsTest {
  private static final EventSettings PATIENCE = new EventSettings(3, Duration.ofSeconds(5));
  private static final Accepted OK = new Accepted("200 OK");
  private static final Refused BROKEN = new Refused("500 Internal Server Error");

  private final SettableClock clock = new SettableClock();
  private final InMemoryAnnouncements announcements = new InMemoryAnnouncements();
  private final Receiver receiver = new Receiver();
  private final Watcher watcher = new Watcher();

  @Test
  void withNothingToTellNothingIsSent() {
    delivering().deliver();

    assertThat(receiver.got).isEmpty();
  }

  @Test
  void thoseOfARiderAreToldInTheirOrderAndOnce() {
    List<OfRider> ends = List.of(end(Riders.ada()), end(Riders.ada()), end(Riders.ada()));

    delivering().deliver();
    delivering().deliver();

    assertThat(receiver.got).containsExactlyElementsOf(ends);
    assertThat(watcher.seen).hasSize(3).allMatch(seen -> seen.startsWith("told"));
    assertThat(announcements.backlog().pending()).isZero();
  }

  @Test
  void pausesDoubleAndTheLastAttemptLeavesADeadLetterThatBarsNothing() {
    receiver.answers.addAll(List.of(BROKEN, BROKEN, new Refused("404 Not Found")));
    OfRider first = end(Riders.ada());
    OfRider later = end(Riders.ada());

    delivering().deliver();
    delivering().deliver();
    assertThat(receiver.got).containsExactly(first);

    clock.goOn(Duration.ofSeconds(5));
    delivering().deliver();
    clock.goOn(Duration.ofSeconds(9));
    delivering().deliver();
    assertThat(receiver.got).containsExactly(first, first);

    clock.goOn(Duration.ofSeconds(1));
    delivering().deliver();
    assertThat(receiver.got).containsExactly(first, first, first, later);
    assertThat(announcements.dead(10))
        .containsExactly(new DeadLetter(first, 3, "404 Not Found", clock.instant()));
    assertThat(watcher.seen.get(2)).isEqualTo("buried 404 Not Found");
  }

  @Test
  void anotherRidersAreNotKeptWaiting() {
    receiver.answers.add(BROKEN);
    OfRider ada = end(Riders.ada());
    OfRider boris = end(Riders.boris());
    OfRider more = end(Riders.boris());

    delivering().deliver();

    assertThat(receiver.got).containsExactly(ada, boris, more);
  }

  @Test
  void whoIsGoneIsSentNothingUntilAnOperatorSaysSo() {
    receiver.answers.add(new Gone("410 Gone"));
    OfRider end = end(Riders.ada());
    OfRider later = end(Riders.ada());

    delivering().deliver();
    clock.goOn(Duration.ofDays(30));
    delivering().deliver();

    assertThat(receiver.got).containsExactly(end);
    assertThat(announcements.off())
        .contains(new Off(clock.instant().minus(Duration.ofDays(30)), "410 Gone"));
    assertThat(announcements.pending()).containsExactly(end, later);

    announcements.switchOn();
    delivering().deliver();
    assertThat(receiver.got).containsExactly(end, end, later);
  }

  @Test
  void whatCannotBeSentIsTriedAgain() {
    Faults faults = new Faults();
    faults.next(1, Fault.RETRYABLE, call -> call.is(Webhooks.class, "send"));
    OfRider end = end(Riders.ada());

    delivering(faults).deliver();
    clock.goOn(Duration.ofSeconds(5));
    delivering(faults).deliver();

    assertThat(receiver.got).containsExactly(end);
    assertThat(watcher.seen.getFirst()).isEqualTo("postponed Could not do Webhooks.send");
  }

  @Test
  void thatSomebodyWasErasedIsNotToldAfterAWeek() {
    announcements.add(new RiderErased(id(), Riders.ada(), clock.instant()));
    OfRider end = end(Riders.boris());
    clock.goOn(Announcements.ERASURE_KEPT.plusMillis(1));

    delivering().deliver();

    assertThat(receiver.got).containsExactly(end);
    assertThat(announcements.backlog().pending()).isZero();
  }

  @Test
  void whoEndsBeginsNoMore() {
    OfRider _ = end(Riders.ada());
    DeliverAnnouncements delivering = delivering();

    delivering.stop();
    delivering.deliver();

    assertThat(receiver.got).isEmpty();
  }

  /** Whatever is answered, by whatever call the process dies: the next one tells of all. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CRASH", "CRASH_AFTERWARDS", "RETRYABLE", "ANSWER_LOST"},
      mode = Mode.INCLUDE)
  void whoeverDiesAtWhateverCallAllIsToldInOrder(Fault death) {
    int calls = 0;
    int called;
    do {
      DeliverAnnouncementsTest server = new DeliverAnnouncementsTest();
      called = server.diesAt(++calls, death);
    } while (called >= calls);
    assertThat(calls).isGreaterThan(10);
  }

  private int diesAt(int call, Fault death) {
    receiver.answers.addAll(List.of(OK, BROKEN, OK, BROKEN, BROKEN, new Gone("410 Gone")));
    List<OfRider> adas = List.of(end(Riders.ada()), end(Riders.ada()), end(Riders.ada()));
    Faults faults = new Faults();
    faults.nth(call, death, _ -> true);
    workUntilItDies(faults);
    int called = faults.calls().size();
    receiver.answers.clear();

    for (int turns = 0; turns < 10; turns++) {
      clock.goOn(Duration.ofMinutes(1));
      announcements.switchOn();
      delivering().deliver();
    }
    announcements.redriveAll(clock.instant());
    delivering().deliver();
    assertThat(announcements.backlog().pending()).isZero();
    assertThat(receiver.accepted).containsAll(adas);
    assertThat(receiver.got.stream().distinct()).containsExactlyElementsOf(adas);
    return called;
  }

  private void workUntilItDies(Faults faults) {
    DeliverAnnouncements delivering = delivering(faults);
    for (int turns = 0; turns < 4; turns++) {
      clock.goOn(Duration.ofMinutes(1));
      try {
        delivering.deliver();
      } catch (Crash | CompletionException _) {
        // The next turn goes on, or another process.
      } catch (RuntimeException _) {
        // The same.
      }
    }
  }

  private OfRider end(RiderId rider) {
    OfRider end =
        new ExecutionEnded(
            id(),
            rider,
            clock.instant(),
            ExecutionId.random(),
            Status.VERIFIED,
            null,
            List.of(),
            clock.instant());
    announcements.add(end);
    return end;
  }

  /** Each a moment later. */
  private AnnouncementId id() {
    return AnnouncementId.at(clock.instant().plusMillis(announcements.backlog().pending()));
  }

  private DeliverAnnouncements delivering() {
    return delivering(new Faults());
  }

  private DeliverAnnouncements delivering(Faults faults) {
    return new DeliverAnnouncements(
        faults.around(Announcements.class, announcements),
        faults.around(Webhooks.class, receiver),
        PATIENCE,
        watcher,
        Runnable::run,
        clock);
  }

  /** Answers as it is told, and after that that all is well. */
  private static final class Receiver implements Webhooks {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Announcement> got = new ArrayList<>();
    private final List<Announcement> accepted = new ArrayList<>();

    @Override
    public Answer send(Announcement announcement) {
      got.add(announcement);
      Answer answer = answers.isEmpty() ? OK : answers.removeFirst();
      if (answer instanceof Accepted) {
        accepted.add(announcement);
      }
      return answer;
    }
  }

  private static final class Watcher implements AnnouncementWatcher {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void told(AnnouncementId id) {
      seen.add("told");
    }

    @Override
    public void postponed(AnnouncementId id, String error) {
      seen.add("postponed " + error);
    }

    @Override
    public void buried(AnnouncementId id, String error) {
      seen.add("buried " + error);
    }

    @Override
    public void switchedOff(String why) {
      seen.add("off " + why);
    }
  }
}
