package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link RiderProfiles} keeps. */
public abstract class RiderProfilesContract {
  private static final int THREADS = 16;

  private final RiderProfile first = profile(Riders.ada(), 1);
  private final RiderProfile second = profile(Riders.ada(), 2);
  private final RiderProfile third = profile(Riders.ada(), 3);

  /** Profiles of nobody; the same ones whenever they are asked for in one test. */
  protected abstract RiderProfiles profiles();

  @Test
  void worksWhenEmpty() {
    assertThat(profiles().find(Riders.ada())).isEmpty();
    profiles().delete(first);
    assertThat(profiles().find(Riders.ada())).isEmpty();
  }

  @Test
  void writesTheFirstProfile() {
    assertThat(profiles().replace(null, first)).contains(first);
    assertThat(profiles().find(Riders.ada())).contains(first);
  }

  @Test
  void writesTheNextInPlaceOfTheExpectedOne() {
    write(null, first);

    assertThat(profiles().replace(first, second)).contains(second);
    assertThat(profiles().find(Riders.ada())).contains(second);
  }

  @Test
  void writingWhatIsThereAlreadyIsASuccess() {
    write(null, first);
    assertThat(profiles().replace(null, first)).contains(first);

    write(first, second);
    assertThat(profiles().replace(first, second)).contains(second);
    assertThat(profiles().replace(second, second)).contains(second);
    assertThat(profiles().find(Riders.ada())).contains(second);
  }

  @Test
  void whoeverExpectsNobodyDoesNotOverwrite() {
    write(null, first);

    assertThat(profiles().replace(null, second)).contains(first);
    assertThat(profiles().find(Riders.ada())).contains(first);
  }

  @Test
  void whoeverExpectsAnEarlierProfileDoesNotOverwrite() {
    write(null, first);
    write(first, second);

    assertThat(profiles().replace(first, third)).contains(second);
    assertThat(profiles().find(Riders.ada())).contains(second);
  }

  @Test
  void whoeverExpectsAProfileThatIsGoneWritesNothing() {
    assertThat(profiles().replace(first, second)).isEmpty();
    assertThat(profiles().find(Riders.ada())).isEmpty();
  }

  @Test
  void aProfileThatDiffersInOneThingOnlyIsNotTheExpectedOne() {
    write(null, first);

    for (RiderProfile almost : almost(first)) {
      assertThat(profiles().replace(almost, second)).contains(first);
      profiles().delete(almost);
      assertThat(profiles().find(Riders.ada())).contains(first);
    }
  }

  @Test
  void deletesForGoodAndAsOftenAsItIsAsked() {
    write(null, first);

    profiles().delete(first);
    assertThat(profiles().find(Riders.ada())).isEmpty();

    profiles().delete(first);
    assertThat(profiles().replace(null, second)).contains(second);
  }

  @Test
  void deletingAnEarlierProfileLeavesThePresentOne() {
    write(null, first);
    write(first, second);

    profiles().delete(first);

    assertThat(profiles().find(Riders.ada())).contains(second);
  }

  @Test
  void keepsWhatTheRiderConsentedTo() {
    RiderProfile asked = consenting(first, "1a2b", Instant.parse("2026-11-29T12:34:56.789012345Z"));
    RiderProfile askedAgain = consenting(first, "3c4d", Instant.EPOCH);
    write(null, asked);
    assertThat(profiles().find(Riders.ada())).contains(asked);
    assertThat(profiles().replace(first, second)).contains(asked);

    write(asked, askedAgain);
    profiles().delete(asked);
    assertThat(profiles().find(Riders.ada())).contains(askedAgain);

    write(askedAgain, first);
    assertThat(profiles().find(Riders.ada())).contains(first);
  }

  private static RiderProfile consenting(RiderProfile profile, String version, Instant at) {
    return new RiderProfile(
        profile.rider(),
        profile.face(),
        profile.photo(),
        profile.thumbnail(),
        new Consent(version, Language.ARABIC, at));
  }

  @Test
  void keepsTheOddestRidersApart() {
    List<RiderProfile> all = Riders.odd().stream().map(rider -> profile(rider, 1)).toList();
    all.forEach(profile -> write(null, profile));

    assertThat(all)
        .allSatisfy(profile -> assertThat(profiles().find(profile.rider())).contains(profile));

    profiles().delete(all.getFirst());
    assertThat(profiles().find(all.getFirst().rider())).isEmpty();
    assertThat(all.subList(1, all.size()))
        .allSatisfy(profile -> assertThat(profiles().find(profile.rider())).contains(profile));
  }

  @Test
  void everyRiderIsFoundOnceInTurn() {
    assertThat(profiles().riders(null, 10)).isEmpty();
    List<RiderId> all =
        Stream.concat(Riders.odd().stream(), IntStream.range(0, 9).mapToObj(Riders::number))
            .toList();
    all.forEach(rider -> write(null, profile(rider, 1)));

    List<RiderId> found = new ArrayList<>();
    List<RiderId> some;
    RiderId last = null;
    do {
      some = profiles().riders(last, 2);
      found.addAll(some);
      last = some.isEmpty() ? last : some.getLast();
      some.forEach(rider -> profiles().delete(profile(rider, 1)));
    } while (some.size() == 2);

    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    assertThat(profiles().riders(null, 10)).isEmpty();
  }

  @Test
  void keepsTheOddestKeysAsTheyAre() {
    RiderProfile last = null;
    for (String key : OddNames.upTo(1024)) {
      PhotoRef photo = new PhotoRef("photos", key);
      RiderProfile next = new RiderProfile(Riders.ada(), first.face(), photo, photo);
      assertThat(profiles().replace(last, next)).contains(next);
      last = next;
    }
  }

  @RepeatedTest(20)
  void ofConcurrentFirstProfilesExactlyOneIsWritten() {
    exactlyOneOfManyReplaces(null);
  }

  @RepeatedTest(20)
  void ofConcurrentReplacementsExactlyOneIsWritten() {
    write(null, first);

    exactlyOneOfManyReplaces(first);
  }

  @Test
  void ridersDoNotStandInEachOthersWay() {
    List<Optional<RiderProfile>> answers =
        Concurrently.call(
            THREADS, number -> profiles().replace(null, profile(Riders.number(number), 1)));

    assertThat(answers)
        .containsExactlyElementsOf(
            IntStream.range(0, THREADS)
                .mapToObj(number -> Optional.of(profile(Riders.number(number), 1)))
                .toList());
  }

  private void exactlyOneOfManyReplaces(@Nullable RiderProfile expected) {
    List<Optional<RiderProfile>> answers =
        Concurrently.call(
            THREADS, number -> profiles().replace(expected, profile(Riders.ada(), 100 + number)));

    RiderProfile winner = profiles().find(Riders.ada()).orElseThrow();
    assertThat(winner).isNotEqualTo(expected);
    assertThat(answers).allSatisfy(answer -> assertThat(answer).contains(winner));
  }

  private void write(@Nullable RiderProfile expected, RiderProfile next) {
    assertThat(profiles().replace(expected, next)).contains(next);
  }

  private static List<RiderProfile> almost(RiderProfile profile) {
    PhotoRef other = new PhotoRef("photos", "other");
    return List.of(
        new RiderProfile(
            profile.rider(), new FaceId("other"), profile.photo(), profile.thumbnail()),
        new RiderProfile(profile.rider(), profile.face(), other, profile.thumbnail()),
        new RiderProfile(profile.rider(), profile.face(), profile.photo(), other));
  }

  private static RiderProfile profile(RiderId rider, int number) {
    return new RiderProfile(
        rider,
        new FaceId("face-" + number),
        new PhotoRef("photos", "photo-" + number),
        new PhotoRef("thumbnails", "photo-" + number));
  }
}
