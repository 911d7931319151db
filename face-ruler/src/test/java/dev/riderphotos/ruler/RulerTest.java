package dev.riderphotos.ruler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.ruler.Calibration.Calibrated;
import dev.riderphotos.ruler.Calibration.DuplicateLimit;
import dev.riderphotos.ruler.Calibration.Similarity;
import dev.riderphotos.ruler.Calibration.TooFewPeople;
import dev.riderphotos.ruler.Canned.Shot;
import dev.riderphotos.ruler.Measurement.Basis;
import dev.riderphotos.ruler.Measurement.Counts;
import dev.riderphotos.ruler.Measurement.Found;
import dev.riderphotos.ruler.Measurement.GroupFigures;
import dev.riderphotos.ruler.Measurement.GroupRate;
import dev.riderphotos.ruler.Measurement.Limit;
import dev.riderphotos.ruler.Measurement.Misses;
import dev.riderphotos.ruler.Measurement.Rate;
import dev.riderphotos.ruler.PlainRuler.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulerTest {
  /** Of the steps that distances are counted in. */
  private static final double STEP = 1e-4;

  /** As much as lies in one step, where distances are densest. */
  private static final double SHARE = 1e-3;

  private @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 120, 2", "2, 60, 5", "3, 40, 5", "4, 200, 3"})
  void figuresAreThoseOfAPlainScript(long seed, int people, int each) throws IOException {
    List<Shot> shots = Canned.people(seed, people, each);
    PlainRuler plain = new PlainRuler(shots);

    Measurement measured = compare(shots, Groups.none()).measurement();

    Counts counts = measured.counts();
    assertThat(counts.people()).isEqualTo(people);
    assertThat(counts.photos()).isEqualTo(people * each);
    assertThat(counts.genuinePairs()).isEqualTo(plain.genuine.size());
    assertThat(counts.impostorPairs()).isEqualTo(plain.strangers.size());
    assertThat(counts.samePicturePairs()).isEqualTo(plain.samePicture).isPositive();
    assertThat(counts.peopleWithPairs())
        .isEqualTo(plain.genuine.stream().map(Pair::person).distinct().count());
    for (Rate rate : measured.rates()) {
      if (5 / rate.far() > plain.strangers.size()) {
        assertThat(rate.found()).isNull();
        assertThat(requireNonNull(rate.lack()).of()).isEqualTo(Lack.Of.STRANGER_PAIRS);
      } else {
        Found found = requireNonNull(rate.found());
        double distance = plain.quantile(rate.far());
        assertThat(found.distance()).isCloseTo(distance, within(STEP));
        assertThat(found.tar())
            .isCloseTo(PlainRuler.shareNearer(plain.genuine, distance), within(SHARE));
      }
    }
  }

  @Test
  void groupsAreMeasuredByThemselvesAtTheLimitsOfAll() throws IOException {
    List<Shot> shots = Canned.people(5, 150, 3);
    PlainRuler plain = new PlainRuler(shots);

    Measurement measured = compare(shots, Canned.groups(160)).measurement();

    assertThat(measured.groups())
        .extracting(GroupFigures::group)
        .containsExactly("first", "second");
    assertThat(measured.counts().peopleWithoutGroup())
        .isEqualTo(150 - measured.groups().stream().mapToInt(GroupFigures::people).sum());
    assertThat(measured.counts().namedWithoutPhoto()).isEqualTo(5);
    for (int group = 0; group < 2; group++) {
      GroupFigures figures = measured.groups().get(group);
      int wanted = group;
      IntPredicate of = person -> Canned.group(person) == wanted;
      List<Pair> genuine = PlainRuler.both(plain.genuine, of);
      List<Pair> strangers = PlainRuler.both(plain.strangers, of);
      assertThat(figures.genuinePairs()).isEqualTo(genuine.size());
      assertThat(figures.impostorPairs()).isEqualTo(strangers.size());
      GroupRate rate = figures.rates().getFirst();
      double far = PlainRuler.shareNearer(strangers, plain.quantile(0.01));
      assertThat(rate.far()).isCloseTo(far, within(SHARE));
      assertThat(rate.ratio()).isCloseTo(far / 0.01, within(0.1));
      assertThat(rate.tar())
          .isCloseTo(PlainRuler.shareNearer(genuine, plain.quantile(0.01)), within(SHARE));
    }
  }

  @Test
  void aGroupOfFewHasNoFigures() throws IOException {
    Measurement measured = compare(Canned.people(6, 60, 2), Canned.groups(60)).measurement();

    GroupRate rate = measured.groups().getLast().rates().getFirst();
    assertThat(measured.groups().getLast().people()).isLessThan(10);
    assertThat(rate.far()).isNull();
    assertThat(rate.ratio()).isNull();
    assertThat(rate.tar()).isNull();
  }

  @Test
  void newcomersAreLookedForAmongOnePhotoOfEverybodyElse() throws IOException {
    List<Shot> shots = Canned.people(7, 180, 3);
    PlainRuler plain = new PlainRuler(shots);

    Misses misses = misses(compare(shots, Groups.none()), 0.02, 179);

    Limit limit = requireNonNull(misses.limit());
    assertThat(limit.basis()).isEqualTo(Basis.NEWCOMERS);
    assertThat(limit.distance()).isCloseTo(plain.newcomersLimit(0.02), within(STEP));
    assertThat(limit.missed())
        .isCloseTo(
            1 - PlainRuler.shareNearer(plain.genuine, plain.newcomersLimit(0.02)), within(SHARE));
  }

  @Test
  void fewNewcomersAreStoodForByPairs() throws IOException {
    List<Shot> shots = Canned.people(8, 60, 3);
    double share = 1 - Math.pow(0.99, 1.0 / 59);

    Limit limit = requireNonNull(misses(compare(shots, Groups.none()), 0.01, 59).limit());

    assertThat(limit.basis()).isEqualTo(Basis.EXTRAPOLATED);
    assertThat(share * new PlainRuler(shots).strangers.size()).isLessThan(5);
    Limit larger =
        requireNonNull(misses(compare(Canned.people(8, 60, 6), Groups.none()), 0.01, 59).limit());
    assertThat(larger.basis()).isEqualTo(Basis.PAIRS);
    assertThat(larger.distance())
        .isCloseTo(new PlainRuler(Canned.people(8, 60, 6)).quantile(share), within(STEP));
  }

  @Test
  void whatIsDrawnOnSaysSoAndGrowsWorse() throws IOException {
    Comparison comparison = compare(Canned.people(9, 150, 3), Groups.none());

    List<Limit> limits =
        List.of(1_000, 10_000, 100_000).stream()
            .map(size -> requireNonNull(misses(comparison, 0.01, size).limit()))
            .toList();

    assertThat(limits).extracting(Limit::basis).containsOnly(Basis.EXTRAPOLATED);
    assertThat(limits).extracting(Limit::distance).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(limits).extracting(Limit::missed).isSorted();
  }

  @Test
  void tooFewPeopleGiveNoFiguresButTheirNumber() throws IOException {
    Measurement measured = compare(Canned.people(10, 9, 30), Groups.none()).measurement();

    Lack lack = requireNonNull(measured.rates().getFirst().lack());
    assertThat(lack).isEqualTo(new Lack(Lack.Of.PEOPLE_WITH_PAIRS, 9, 10));
    assertThat(lack.sentence())
        .isEqualTo("Nothing can be said: this wants 10 people with two photos, and there are 9.");
    assertThat(measured.misses()).allMatch(misses -> misses.limit() == null);
    assertThat(measured.curves().tarOverFar()).isEmpty();
  }

  @Test
  void onePhotoIsNothingToCompare() throws IOException {
    assertThatThrownBy(() -> compare(Canned.people(11, 1, 1), Groups.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is nothing to compare: a face was described on 1 photo");
  }

  @Test
  void onePersonAloneIsComparedAndSaysNothing() throws IOException {
    Measurement measured = compare(Canned.people(12, 1, 4), Groups.none()).measurement();

    assertThat(measured.counts().genuinePairs()).isEqualTo(6);
    assertThat(measured.rates()).allMatch(rate -> rate.found() == null);
    assertThat(measured.misses()).allMatch(misses -> misses.limit() == null);
  }

  @Test
  void theSamePhotosGiveTheSameWhateverTheirOrder() throws IOException {
    List<Shot> shots = Canned.people(13, 220, 2);
    List<Shot> shuffled = new ArrayList<>(shots);
    Collections.shuffle(shuffled, new Random(1));

    Comparison one = compare(shots, Canned.groups(220));
    Comparison other = compare(shuffled, Canned.groups(220));

    assertThat(other.measurement()).isEqualTo(one.measurement());
    assertThat(other.calibration()).isEqualTo(one.calibration());
  }

  @Test
  void intervalsAreThoseOfPlainDraws() throws IOException {
    List<Shot> shots = Canned.people(14, 80, 4);

    Found found =
        requireNonNull(compare(shots, Groups.none()).measurement().rates().getFirst().found());

    Interval plain = new PlainRuler(shots).interval(0.01, 80, 400);
    assertThat(found.interval().low()).isLessThan(found.tar());
    assertThat(found.interval().high()).isGreaterThan(found.tar());
    assertThat(found.interval().low()).isCloseTo(plain.low(), within(0.02));
    assertThat(found.interval().high()).isCloseTo(plain.high(), within(0.02));
  }

  @Test
  void aCalibrationGivesSimilaritiesTheirMeaning() throws IOException {
    List<Shot> shots = Canned.people(15, 240, 3);
    PlainRuler plain = new PlainRuler(shots);

    Calibrated calibrated = (Calibrated) compare(shots, Groups.none()).calibration();

    assertThat(calibrated.ofOneGroup()).isFalse();
    assertThat(calibrated.userSpread()).isCloseTo(plain.spread(), within(1e-4));
    assertThat(calibrated.curve())
        .extracting(Similarity::similarity)
        .containsExactly(100.0, 99.0, 90.0, 80.0, 70.0, 50.0, 10.0, 0.0);
    assertThat(calibrated.curve().getFirst().distance()).isZero();
    assertThat(calibrated.curve())
        .extracting(Similarity::distance)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(calibrated.curve().get(4).distance())
        .isCloseTo(plain.quantile(0.01), within(2 * STEP));
    assertThat(calibrated.curve().get(3).distance())
        .isCloseTo(plain.quantile(0.005), within(2 * STEP));
    assertThat(calibrated.limits())
        .extracting(DuplicateLimit::faces)
        .containsExactly(10, 100, 1_000, 10_000, 100_000, 1_000_000);
    assertThat(calibrated.limits())
        .extracting(DuplicateLimit::distance)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates();
    assertThat(calibrated.limits().getFirst().distance())
        .isCloseTo(plain.quantile(1 - Math.pow(0.99, 0.1)), within(2 * STEP));
  }

  @Test
  void aCurveIsOfStrangersOfOneGroupWhereGroupsAreGiven() throws IOException {
    List<Shot> shots = Canned.people(16, 240, 3);
    List<Pair> strangers = new PlainRuler(shots).strangers;
    List<Pair> ofOneGroup = new ArrayList<>(PlainRuler.both(strangers, p -> Canned.group(p) == 0));
    ofOneGroup.addAll(PlainRuler.both(strangers, p -> Canned.group(p) == 1));

    Calibrated calibrated = (Calibrated) compare(shots, Canned.groups(240)).calibration();

    assertThat(calibrated.ofOneGroup()).isTrue();
    assertThat(PlainRuler.shareNearer(ofOneGroup, calibrated.curve().get(4).distance()))
        .isCloseTo(0.01, within(SHARE));
  }

  @Test
  void aCalibrationSaysHowManyPeopleItLacks() throws IOException {
    Calibration calibration = compare(Canned.people(17, 150, 1), Groups.none()).calibration();

    assertThat(calibration).isEqualTo(new TooFewPeople(0));
    assertThat(new TooFewPeople(150).lacking()).isEqualTo(50);
  }

  @Test
  void progressEndsWithAllPairs() throws IOException {
    List<Long> told = new ArrayList<>();
    List<Shot> shots = Canned.people(18, 400, 2);

    try (Photos photos = Photos.open(folder, "faces-1", Canned.LENGTH)) {
      Canned.add(photos, shots);
      Ruler.compare(
          photos,
          Groups.none(),
          (done, total) -> {
            assertThat(total).isEqualTo(800 * 799 / 2);
            told.add(done);
          });
    }

    assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith(800L * 799 / 2);
  }

  private Comparison compare(List<Shot> shots, Groups groups) throws IOException {
    try (Photos photos = Photos.open(folder, "faces-1", Canned.LENGTH)) {
      Canned.add(photos, shots);
      Comparison comparison = Ruler.compare(photos, groups, (_, _) -> {});
      photos.delete();
      return comparison;
    }
  }

  private static Misses misses(Comparison comparison, double falseAlarms, int registered) {
    return comparison.measurement().misses().stream()
        .filter(m -> m.falseAlarms() == falseAlarms && m.registered() == registered)
        .findFirst()
        .orElseThrow();
  }
}
