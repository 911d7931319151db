package dev.riderphotos.testkit;

import static dev.riderphotos.testkit.CaseFiles.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Cases.Backlog;
import dev.riderphotos.review.Cases.Cursor;
import dev.riderphotos.review.Cases.Filter;
import dev.riderphotos.review.Cases.Page;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Opinion;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all {@link Cases} keep. */
public abstract class CasesContract {
  private static final int THREADS = 8;
  private static final int MANY = 250;

  private final Case duplicate = CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), NOON);

  /** Without any case; the same ones whenever they are asked for in one test. */
  protected abstract Cases cases();

  @Test
  void worksWhenEmpty() {
    assertThat(cases().find(duplicate.id())).isEmpty();
    assertThat(cases().list(Filter.ALL, null, 10)).isEqualTo(new Page(List.of(), null));
    assertThat(cases().of(Riders.ada())).isEmpty();
    assertThat(cases().due(Instant.MAX, 10)).isEmpty();
    assertThat(cases().backlog()).isEqualTo(new Backlog(Map.of(), null));
    assertThat(cases().change(duplicate.id(), each -> each.claimedBy(null))).isEmpty();
    cases().delete(duplicate.id());
    assertThat(cases().find(duplicate.id())).isEmpty();
  }

  @Test
  void keepsCasesOfEveryKindAsTheyAre() {
    List<Case> all = CaseFiles.ofEveryKind();
    all.forEach(each -> assertThat(cases().open(each)).isEqualTo(each));

    assertThat(all)
        .allSatisfy(each -> assertThat(cases().find(each.id())).contains(each))
        .allSatisfy(
            each ->
                assertThat(each.riders())
                    .allSatisfy(rider -> assertThat(cases().of(rider)).contains(each)));
  }

  @Test
  void keepsRidersWithOddNamesApart() {
    List<RiderId> riders = Riders.odd();
    List<Case> all = riders.stream().map(rider -> CaseFiles.anotherFace(rider, NOON)).toList();
    all.forEach(each -> assertThat(cases().open(each)).isEqualTo(each));

    for (int i = 0; i < riders.size(); i++) {
      assertThat(cases().of(riders.get(i))).containsExactly(all.get(i));
    }
  }

  @Test
  void ofTwoRidersOneIsOpenWhicheverIsTheLater() {
    Case again = CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), NOON);
    Case reversed = CaseFiles.possibleDuplicate(Riders.boris(), Riders.ada(), NOON);
    Case others = CaseFiles.possibleDuplicate(Riders.ada(), Riders.clara(), NOON);

    assertThat(Stream.of(duplicate, duplicate, again, reversed, others).map(cases()::open))
        .containsExactly(duplicate, duplicate, duplicate, duplicate, others);
    assertThat(cases().find(again.id())).isEmpty();
    assertThat(cases().of(Riders.boris())).containsExactly(duplicate);
  }

  @Test
  void ofARiderOneOfAKindIsOpen() {
    Case face = CaseFiles.anotherFace(Riders.ada(), NOON);
    Case appeal = CaseFiles.appeal(Riders.ada(), Riders.boris(), NOON);
    Case another = CaseFiles.appealOfGlasses(Riders.ada(), NOON);
    Case theirs = CaseFiles.appeal(Riders.boris(), Riders.ada(), NOON);

    assertThat(Stream.of(duplicate, face, appeal, another, theirs).map(cases()::open))
        .containsExactly(duplicate, face, appeal, appeal, theirs);
  }

  @Test
  void ofManyThatOpenTheSameAtOnceOneDoes() {
    List<Case> opened =
        Concurrently.call(
            THREADS,
            number ->
                cases()
                    .open(
                        number % 2 == 0
                            ? CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), NOON)
                            : CaseFiles.possibleDuplicate(Riders.boris(), Riders.ada(), NOON)));

    assertThat(opened.stream().distinct()).hasSize(1);
    assertThat(cases().list(Filter.ALL, null, 10).cases()).containsExactly(opened.getFirst());
  }

  @Test
  void whatIsNotClosedIsNotOpenedAgain() {
    Case _ = cases().open(duplicate);
    Case again = CaseFiles.possibleDuplicate(Riders.boris(), Riders.ada(), NOON.plusSeconds(1));
    Case decided = change(duplicate.id(), CasesContract::decided);
    assertThat(cases().open(again)).isEqualTo(decided);

    Case closed = change(duplicate.id(), CasesContract::closed);

    assertThat(cases().open(again)).isEqualTo(again);
    assertThat(cases().of(Riders.ada())).containsExactly(closed, again);
    assertThat(cases().open(duplicate)).as("the same id is one case").isEqualTo(closed);
  }

  @Test
  void ofChangesAtOnceNoneIsLost() {
    Case _ = cases().open(duplicate);

    List<Case> changed =
        Concurrently.call(
            THREADS, number -> change(duplicate.id(), each -> withOpinion(each, number)));

    assertThat(cases().find(duplicate.id()))
        .hasValueSatisfying(each -> assertThat(each.opinions()).hasSize(THREADS));
    assertThat(changed).extracting(each -> each.opinions().size()).doesNotHaveDuplicates();
  }

  @Test
  void aChangeThatThrowsOrChangesNothingLeavesTheCaseAsItWas() {
    Case _ = cases().open(duplicate);

    assertThatThrownBy(
            () ->
                cases()
                    .change(
                        duplicate.id(),
                        _ -> {
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(cases().change(duplicate.id(), each -> each)).contains(duplicate);
    assertThat(cases().find(duplicate.id())).contains(duplicate);
  }

  @Test
  void listsTheOldestFirstPageByPage() {
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(CaseFiles.anotherFace(Riders.number(i), NOON.plusNanos((i * 7L) % MANY)));
    }
    all.forEach(each -> assertThat(cases().open(each)).isEqualTo(each));

    List<Case> listed = new ArrayList<>();
    Cursor cursor = null;
    do {
      Page page = cases().list(Filter.ALL, cursor, 60);
      assertThat(page.cases()).hasSizeLessThanOrEqualTo(60).isNotEmpty();
      listed.addAll(page.cases());
      cursor = page.next();
    } while (cursor != null);

    assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
    assertThat(listed).extracting(Case::openedAt).isSorted();
    assertThat(cases().backlog()).isEqualTo(new Backlog(Map.of(Kind.ANOTHER_FACE, 250L), NOON));
  }

  @Test
  void filtersByStateAndKind() {
    Case face = cases().open(CaseFiles.anotherFace(Riders.ada(), NOON));
    Case waiting = cases().open(CaseFiles.appeal(Riders.ada(), Riders.boris(), NOON.plusMillis(1)));
    Case _ = cases().open(duplicate);
    Case decided = change(duplicate.id(), CasesContract::decided);
    Case _ = cases().open(CaseFiles.possibleDuplicate(Riders.ada(), Riders.clara(), NOON));

    assertThat(listed(CaseState.OPEN, null)).contains(face, waiting).doesNotContain(decided);
    assertThat(listed(CaseState.OPEN, Kind.APPEAL)).containsExactly(waiting);
    assertThat(listed(CaseState.DECIDED, null)).containsExactly(decided);
    assertThat(listed(CaseState.DECIDED, Kind.APPEAL)).isEmpty();
    assertThat(listed(null, Kind.POSSIBLE_DUPLICATE)).hasSize(2).contains(decided);
    assertThat(listed(CaseState.CLOSED, null)).isEmpty();
    Page one = cases().list(new Filter(CaseState.OPEN, Kind.APPEAL), null, 1);
    assertThat(one).isEqualTo(new Page(List.of(waiting), null));
    assertThatThrownBy(() -> cases().list(Filter.ALL, null, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatIsDue() {
    Case _ = cases().open(duplicate);
    Case decided = change(duplicate.id(), CasesContract::decided);
    Case expiring = cases().open(CaseFiles.anotherFace(Riders.clara(), NOON));
    Case gone = cases().open(CaseFiles.possibleDuplicate(Riders.number(1), Riders.number(2), NOON));
    Case done = change(gone.id(), each -> each.closed(Outcome.EXPIRED, NOON, null));

    Instant grace = NOON.plus(Duration.ofMinutes(10));
    assertThat(cases().due(grace.minusNanos(1), 10)).isEmpty();
    assertThat(cases().due(grace, 10)).containsExactly(decided);
    assertThat(cases().due(NOON.plus(Duration.ofDays(60)), 10)).containsExactly(decided, expiring);
    assertThat(cases().due(NOON.plus(Duration.ofDays(60)), 1)).containsExactly(decided);
    Case closed = change(decided.id(), CasesContract::closed);
    assertThat(cases().due(NOON.plus(Duration.ofDays(60)), 10))
        .containsExactlyInAnyOrder(closed, expiring)
        .doesNotContain(done);
  }

  @Test
  void deletesForGood() {
    Case _ = cases().open(duplicate);
    Case closed = cases().open(CaseFiles.anotherFace(Riders.ada(), NOON));
    Case _ = change(closed.id(), CasesContract::closed);

    cases().delete(duplicate.id());
    cases().delete(duplicate.id());
    cases().delete(closed.id());

    assertThat(cases().find(duplicate.id())).isEmpty();
    assertThat(cases().of(Riders.ada())).isEmpty();
    assertThat(cases().of(Riders.boris())).isEmpty();
    assertThat(cases().list(Filter.ALL, null, 10).cases()).isEmpty();
    assertThat(cases().due(NOON.plus(Duration.ofDays(90)), 10)).isEmpty();
    assertThat(cases().backlog().total()).isZero();
    Case again = CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), NOON);
    assertThat(cases().open(again)).isEqualTo(again);
  }

  private List<Case> listed(@Nullable CaseState state, @Nullable Kind kind) {
    return cases().list(new Filter(state, kind), null, 10).cases();
  }

  private Case change(CaseId id, UnaryOperator<Case> change) {
    return cases().change(id, change).orElseThrow();
  }

  private static Case withOpinion(Case of, int number) {
    Opinion opinion =
        new Opinion(
            new Reviewer("reviewer-" + number),
            Ruling.of(Decision.TWO_PEOPLE),
            null,
            "1",
            false,
            NOON);
    List<Opinion> all = Stream.concat(of.opinions().stream(), Stream.of(opinion)).toList();
    return of.undecided(all, NOON);
  }

  private static Case decided(Case of) {
    return of.decided(
        List.of(new Opinion(CaseFiles.KIM, Ruling.of(Decision.TWO_PEOPLE), null, "1", false, NOON)),
        Ruling.of(Decision.TWO_PEOPLE),
        NOON.plus(Duration.ofMinutes(10)));
  }

  private static Case closed(Case of) {
    return of.closed(Outcome.CARRIED_OUT, NOON, NOON.plus(Duration.ofDays(30)));
  }
}
