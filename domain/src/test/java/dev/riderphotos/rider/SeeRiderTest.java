package dev.riderphotos.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.Conflict;
import dev.riderphotos.language.Language;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Retentions;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeeRiderTest {
  private final Verifications verifications = new Verifications();
  private final Retentions retentions = new Retentions(verifications);
  private final Faults faults = new Faults();

  @BeforeEach
  void adaIsVerified() {
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    retentions.withFaults(faults);
  }

  @Test
  void whoIsVerifiedIsNoted() {
    see(Riders.ada());

    assertThat(retentions.sightings().find(Riders.ada()))
        .contains(Sighting.of(Riders.ada(), retentions.now()));
  }

  @Test
  void ofStrangersNothingIsNoted() {
    see(Riders.boris());

    assertThat(retentions.sightings().all()).isEmpty();
  }

  @Test
  void itIsNotedOnceADay() {
    see(Riders.ada());
    Instant first = retentions.now();
    retentions.goOn(Duration.ofHours(23));
    see(Riders.ada());
    assertThat(writes()).isEqualTo(1);
    assertThat(retentions.sightings().all()).containsExactly(Sighting.of(Riders.ada(), first));

    retentions.goOn(Duration.ofHours(1));
    see(Riders.ada());
    assertThat(writes()).isEqualTo(2);
    assertThat(retentions.sightings().all())
        .containsExactly(Sighting.of(Riders.ada(), retentions.now()));
  }

  @Test
  void whoWasToldIsNotedAtOnceAndReachedAsBefore() {
    Sighting told =
        Sighting.of(Riders.ada(), retentions.now())
            .with(new EmailAddress("ada@example.com"), Language.FRENCH)
            .told(retentions.now());
    assertThat(retentions.sightings().replace(null, told)).isTrue();
    retentions.goOn(Duration.ofHours(1));

    see(Riders.ada());

    assertThat(retentions.sightings().all()).containsExactly(told.again(retentions.now()));
  }

  @Test
  void whoIsToldAtThisMomentIsNotedAllTheSame() {
    Sighting before = Sighting.of(Riders.ada(), retentions.now());
    assertThat(retentions.sightings().replace(null, before)).isTrue();
    retentions.goOn(Duration.ofDays(1));
    faults.before(
        call -> call.is(Sightings.class, "replace"),
        () ->
            assertThat(retentions.sightings().replace(before, before.told(retentions.now())))
                .isTrue());

    see(Riders.ada());

    assertThat(retentions.sightings().all()).containsExactly(before.again(retentions.now()));
  }

  @Test
  void whoIsErasedMeanwhileLeavesNothing() {
    faults.before(
        call -> call.is(Sightings.class, "replace"),
        () -> verifications.profiles().all().forEach(verifications.profiles()::delete));

    see(Riders.ada());

    assertThat(retentions.sightings().all()).isEmpty();
  }

  @Test
  void whereNothingCanBeWrittenThatIsSaid() {
    Sightings stubborn =
        new Sightings() {
          @Override
          public Optional<Sighting> find(RiderId rider) {
            return Optional.empty();
          }

          @Override
          public boolean replace(@Nullable Sighting expected, Sighting next) {
            return false;
          }

          @Override
          public void forget(RiderId rider) {}
        };
    SeeRider seeing = new SeeRider(stubborn, verifications.profiles(), retentions::now);

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> seeing.see(Riders.ada()));
  }

  private void see(RiderId rider) {
    retentions.seeing().see(rider);
  }

  private long writes() {
    return faults.calls().stream().filter(call -> call.is(Sightings.class, "replace")).count();
  }
}
