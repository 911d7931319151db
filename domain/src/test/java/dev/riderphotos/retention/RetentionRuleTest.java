package dev.riderphotos.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.retention.RetentionRule.Inactivity;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.Riders;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetentionRuleTest {
  private static final Instant END = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration TICK = Duration.ofNanos(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final int ROUNDS = 2_000;

  private final Random random = new Random(16);
  private final RetentionRule rule = new RetentionRule(RetentionSettings.DEFAULT);

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "FAILED"})
  void aRefusedPhotoGoesAfterItsTermToTheVeryMoment(Status status) {
    Execution refused = ended(status, true, END);
    Instant due = END.plus(Duration.ofDays(30));

    assertThat(rule.photoIsDue(refused, due.minus(TICK))).isFalse();
    assertThat(rule.photoIsDue(refused, due)).isTrue();
    assertThat(rule.isDue(refused, due)).isFalse();
  }

  @Test
  void photosOfTheVerifiedAndThoseThatOthersMayPointToStay() {
    Instant late = END.plus(YEAR);

    assertThat(rule.photoIsDue(ended(Status.VERIFIED, true, END), late)).isFalse();
    assertThat(rule.photoIsDue(ended(Status.REJECTED, false, END), late)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = "RUNNING", mode = Mode.EXCLUDE)
  void anExecutionGoesAfterItsTermToTheVeryMoment(Status status) {
    Execution ended = ended(status, true, END);
    Instant due = END.plus(Duration.ofDays(90));

    assertThat(rule.isDue(ended, due.minus(TICK))).isFalse();
    assertThat(rule.isDue(ended, due)).isTrue();
  }

  @Test
  void whatRunsOrIsToBeTidiedUpNeverGoes() {
    Execution running = Execution.started(ExecutionId.random(), submission(null), END);

    assertThat(rule.isDue(running, END.plus(YEAR))).isFalse();
    assertThat(
            rule.isDue(running.failed("broken").ended(Status.FAILED, false, END), END.plus(YEAR)))
        .isFalse();
  }

  @Test
  void anExecutionTakesItsPhotoAlong() {
    RetentionRule shorter = rule(Duration.ofDays(100), Duration.ofDays(7), null);
    Execution refused = ended(Status.REJECTED, true, END);

    assertThat(shorter.photoIsDue(refused, END.plus(Duration.ofDays(7)))).isTrue();
    assertThat(shorter.photoIsDue(refused, END.plus(Duration.ofDays(7)).minus(TICK))).isFalse();
  }

  /** Whatever the settings: what is due was started early enough to be found, and stays due. */
  @Test
  void whateverIsDueIsFoundAndStaysDue() {
    for (int round = 0; round < ROUNDS; round++) {
      RetentionRule some = rule(days(1, 200), days(1, 200), null);
      Instant now = END.plus(Duration.ofMinutes(random.nextInt(600_000)));
      Status status = Status.values()[random.nextInt(Status.values().length)];
      Execution execution = ended(status, random.nextBoolean(), END);
      boolean due = some.photoIsDue(execution, now) || some.isDue(execution, now);

      if (due) {
        assertThat(execution.startedAt()).isBefore(some.startedBefore(now));
        assertThat(some.isDue(execution, now.plus(YEAR))).isTrue();
      }
      assertThat(status == Status.RUNNING && due).isFalse();
    }
  }

  @Test
  void aCaseGoesAfterItWasClosedAndNothingIsLeftToDo() {
    Case open = CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), END.minus(YEAR));
    Case closed = open.closed(Outcome.CARRIED_OUT, END, null);
    Case withPhoto = open.closed(Outcome.CARRIED_OUT, END, END.plus(Duration.ofDays(30)));
    Instant due = END.plus(Duration.ofDays(90));

    assertThat(rule.isDue(closed, due.minus(TICK))).isFalse();
    assertThat(rule.isDue(closed, due)).isTrue();
    assertThat(rule.isDue(open, due)).isFalse();
    assertThat(rule.isDue(withPhoto, due)).isFalse();
    assertThat(rule.isDue(withPhoto.done(), due)).isTrue();
    assertThat(RetentionRule.keeps(open)).isTrue();
    assertThat(RetentionRule.keeps(withPhoto)).isTrue();
    assertThat(RetentionRule.keeps(closed)).isFalse();
  }

  @Test
  void mailGoesAfterItWasWritten() {
    Instant due = END.plus(Duration.ofDays(30));

    assertThat(rule.mailIsDue(END, due.minus(TICK))).isFalse();
    assertThat(rule.mailIsDue(END, due)).isTrue();
    assertThat(rule.mailIsDue(Instant.MAX, due)).isFalse();
  }

  @Test
  void nobodyGoesWhereThereIsNoTerm() {
    assertThat(rule.inactivity(Sighting.of(Riders.ada(), END), END.plus(YEAR.multipliedBy(50))))
        .isEqualTo(new Inactivity.None());
  }

  @Test
  void ridersAreToldThirtyDaysBeforeTheyGo() {
    RetentionRule yearly = rule(Duration.ofDays(30), Duration.ofDays(90), YEAR);
    Sighting last = Sighting.of(Riders.ada(), END);
    Instant tell = END.plus(Duration.ofDays(335));
    Instant goes = END.plus(YEAR);

    assertThat(yearly.inactivity(last, tell.minus(TICK))).isEqualTo(new Inactivity.None());
    assertThat(yearly.inactivity(last, tell)).isEqualTo(new Inactivity.ToBeTold(goes));
    assertThat(yearly.inactivity(last.told(tell), goes.minus(TICK)))
        .isEqualTo(new Inactivity.Told(goes));
    assertThat(yearly.inactivity(last.told(tell), goes)).isEqualTo(new Inactivity.Over());
  }

  /** Such as when the term was made shorter, or no server ran. */
  @Test
  void whoIsToldLateHasThirtyDaysAllTheSame() {
    RetentionRule yearly = rule(Duration.ofDays(30), Duration.ofDays(90), YEAR);
    Sighting last = Sighting.of(Riders.ada(), END);

    for (int round = 0; round < ROUNDS; round++) {
      Instant now = END.plus(days(335, 5_000));
      Instant goes = later(END.plus(YEAR), now.plus(Duration.ofDays(30)));

      assertThat(yearly.inactivity(last, now)).isEqualTo(new Inactivity.ToBeTold(goes));
      assertThat(yearly.inactivity(last.told(now), goes.minus(TICK)))
          .isEqualTo(new Inactivity.Told(goes));
      assertThat(yearly.inactivity(last.told(now), goes)).isEqualTo(new Inactivity.Over());
    }
  }

  @Test
  void whoComesBackBeginsAnew() {
    RetentionRule yearly = rule(Duration.ofDays(30), Duration.ofDays(90), YEAR);
    Instant back = END.plus(Duration.ofDays(350));
    Sighting again = Sighting.of(Riders.ada(), END).told(back.minus(TICK)).again(back);

    assertThat(yearly.inactivity(again, END.plus(YEAR))).isEqualTo(new Inactivity.None());
  }

  @Test
  void termsAreSomethingAndInactivityLongerThanTheNotice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(Duration.ZERO, Duration.ofDays(90), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(30)))
        .withMessageContaining("30 days before");
  }

  private static RetentionRule rule(
      Duration refusedPhotos, Duration executions, @Nullable Duration inactive) {
    return new RetentionRule(
        new RetentionSettings(
            refusedPhotos, executions, Duration.ofDays(30), Duration.ofDays(90), inactive));
  }

  private Duration days(int least, int most) {
    return Duration.ofDays(random.nextInt(least, most));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Execution ended(Status status, boolean itsOwn, Instant end) {
    ExecutionId id = ExecutionId.random();
    Execution begun = Execution.started(id, submission(itsOwn ? id : null), end.minusSeconds(1));
    return status == Status.RUNNING ? begun : begun.ended(status, true, end);
  }

  private static Submission submission(@Nullable ExecutionId id) {
    String key =
        id == null
            ? "riders/ada/photo.jpg"
            : RiderPhotoKey.of(Riders.ada(), id, "photo.jpg").text();
    return new Submission(Riders.ada(), new PhotoRef("rider-photos", key), false, null);
  }
}
