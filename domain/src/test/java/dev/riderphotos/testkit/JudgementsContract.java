package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.review.Judgement;
import dev.riderphotos.review.Judgement.OnePerson;
import dev.riderphotos.review.Judgement.TwoPeople;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.review.Sitter;
import dev.riderphotos.rider.RiderId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link Judgements} keep. */
public abstract class JudgementsContract {
  private final Sitter ada = new Sitter(Riders.ada(), new FaceId("1"));
  private final Sitter boris = new Sitter(Riders.boris(), new FaceId("2"));
  private final TwoPeople two = new TwoPeople(ada, boris);
  private final OnePerson one = new OnePerson(Riders.ada(), Riders.clara(), null, CaseFiles.NOON);

  /** Nothing is judged at first; the same ones whenever they are asked for in one test. */
  protected abstract Judgements judgements();

  @Test
  void worksWhenEmpty() {
    judgements().remove(two);
    judgements().forget(Riders.ada());

    assertThat(judgements().of(Riders.ada())).isEmpty();
  }

  @Test
  void keepsJudgementsOfEveryKindAsTheyAre() {
    List<Judgement> all = CaseFiles.judgements(Riders.ada());
    all.forEach(judgements()::add);
    all.forEach(judgements()::add);

    assertThat(judgements().of(Riders.ada())).containsExactlyInAnyOrderElementsOf(all);
    assertThat(judgements().of(Riders.boris())).isEmpty();
  }

  @Test
  void isFoundByEachOfItsRiders() {
    judgements().add(two);
    judgements().add(new TwoPeople(boris, ada));
    judgements().add(one);

    assertThat(judgements().of(Riders.ada())).containsExactlyInAnyOrder(two, one);
    assertThat(judgements().of(Riders.boris())).containsExactly(two);
    assertThat(judgements().of(Riders.clara())).containsExactly(one);
  }

  @Test
  void theFirstOfAKeyStays() {
    judgements().add(one);
    judgements()
        .add(new OnePerson(Riders.ada(), Riders.clara(), null, CaseFiles.NOON.plusSeconds(1)));

    assertThat(judgements().of(Riders.clara())).containsExactly(one);
  }

  @Test
  void isTakenBackForAllItsRiders() {
    judgements().add(two);
    judgements().add(one);

    judgements().remove(new TwoPeople(boris, ada));

    assertThat(judgements().of(Riders.ada())).containsExactly(one);
    assertThat(judgements().of(Riders.boris())).isEmpty();
  }

  @Test
  void nothingOfARiderStaysWhoIsForgotten() {
    List<Judgement> all = CaseFiles.judgements(Riders.ada());
    all.forEach(judgements()::add);
    TwoPeople others = new TwoPeople(boris, new Sitter(Riders.clara(), new FaceId("3")));
    judgements().add(others);
    judgements().add(two);

    judgements().forget(Riders.ada());

    assertThat(judgements().of(Riders.ada())).isEmpty();
    assertThat(judgements().of(Riders.boris())).containsExactly(others);
    assertThat(all)
        .flatExtracting(Judgement::riders)
        .allSatisfy(rider -> assertThat(judgements().of(rider)).isEmpty());
  }

  @Test
  void keepsRidersWithOddNamesApart() {
    List<RiderId> riders = Riders.odd();
    riders.forEach(
        rider -> judgements().add(new TwoPeople(new Sitter(rider, new FaceId("x")), boris)));

    assertThat(riders)
        .allSatisfy(
            rider ->
                assertThat(judgements().of(rider))
                    .containsExactly(new TwoPeople(new Sitter(rider, new FaceId("x")), boris)));
    assertThat(judgements().of(Riders.boris())).hasSameSizeAs(riders);
  }
}
