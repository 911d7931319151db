package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceCounterparts.Counterpart;
import dev.riderphotos.face.FaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link FaceCounterparts} keeps. */
public abstract class FaceCounterpartsContract {
  private static final CollectionId A = new CollectionId("a");
  private static final CollectionId B = new CollectionId("b");
  private static final CollectionId C = new CollectionId("c");
  private static final FaceId IN_A = new FaceId("ada-in-a");
  private static final FaceId IN_B = new FaceId("ada-in-b");
  private static final FaceId IN_C = new FaceId("ada-in-c");

  /** Nothing is paired at first; the same ones whenever they are asked for in one test. */
  protected abstract FaceCounterparts counterparts();

  @Test
  void nothingIsKnownAtFirst() {
    counterparts().forget(IN_A);

    assertThat(counterparts().in(A, IN_A)).isEmpty();
    assertThat(counterparts().in(A, List.of(IN_A, IN_B))).isEmpty();
    assertThat(counterparts().in(A, List.of())).isEmpty();
    assertThat(counterparts().of(IN_A)).isEmpty();
    assertThat(counterparts().of(List.of(IN_A, IN_B))).isEmpty();
    assertThat(counterparts().of(List.of())).isEmpty();
  }

  @Test
  void eachLeadsToTheOtherAndToItself() {
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(B, IN_B, A, IN_A);

    for (FaceId face : List.of(IN_A, IN_B)) {
      assertThat(counterparts().in(A, face)).contains(IN_A);
      assertThat(counterparts().in(B, face)).contains(IN_B);
      assertThat(counterparts().in(C, face)).isEmpty();
      assertThat(counterparts().of(face))
          .containsExactlyInAnyOrder(new Counterpart(A, IN_A), new Counterpart(B, IN_B));
    }
  }

  @Test
  void manyArePairedAtOnce() {
    FaceId borisInA = new FaceId("boris-in-a");
    FaceId borisInB = new FaceId("boris-in-b");
    counterparts().pair(A, B, Map.of());
    counterparts().pair(A, B, Map.of(IN_A, IN_B, borisInA, borisInB));
    counterparts().pair(A, B, Map.of(IN_A, IN_B, borisInA, borisInB));

    assertThat(counterparts().in(B, List.of(IN_A, borisInA)))
        .isEqualTo(Map.of(IN_A, IN_B, borisInA, borisInB));
    assertThat(counterparts().of(IN_B))
        .containsExactlyInAnyOrder(new Counterpart(A, IN_A), new Counterpart(B, IN_B));
  }

  @Test
  void leadsOverAnyNumberOfMoves() {
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(B, IN_B, C, IN_C);

    assertThat(counterparts().in(C, IN_A)).contains(IN_C);
    assertThat(counterparts().in(A, IN_C)).contains(IN_A);
    assertThat(counterparts().of(IN_A))
        .containsExactlyInAnyOrder(
            new Counterpart(A, IN_A), new Counterpart(B, IN_B), new Counterpart(C, IN_C));
  }

  @Test
  void whatWasPairedApartComesTogether() {
    FaceId inD = new FaceId("ada-in-d");
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(C, IN_C, new CollectionId("d"), inD);

    counterparts().pair(B, IN_B, C, IN_C);

    assertThat(counterparts().in(A, inD)).contains(IN_A);
    assertThat(counterparts().in(new CollectionId("d"), IN_A)).contains(inD);
    assertThat(counterparts().of(inD)).hasSize(4);
  }

  @Test
  void anOlderFaceLeadsToTheOneThatIsMeantNow() {
    FaceId again = new FaceId("ada-in-b-again");
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(A, IN_A, B, again);

    assertThat(counterparts().in(B, IN_A)).contains(again);
    assertThat(counterparts().in(B, IN_B)).contains(again);
    assertThat(counterparts().in(A, IN_B)).contains(IN_A);
    assertThat(counterparts().of(IN_A)).hasSize(3);

    counterparts().pair(A, IN_A, B, IN_B);
    assertThat(counterparts().in(B, again)).contains(IN_B);
  }

  @Test
  void manyAreAskedForAtOnce() {
    Map<FaceId, FaceId> moved =
        IntStream.range(0, 130)
            .boxed()
            .collect(
                Collectors.toMap(
                    number -> new FaceId("in-a-" + number),
                    number -> new FaceId("in-b-" + number)));
    moved.forEach((face, same) -> counterparts().pair(A, face, B, same));
    List<FaceId> asked = new ArrayList<>(moved.keySet());
    asked.add(new FaceId("stranger"));
    asked.add(asked.getFirst());

    assertThat(counterparts().in(B, asked)).isEqualTo(moved);
    assertThat(counterparts().in(C, asked)).isEmpty();
    Map<FaceId, List<Counterpart>> all = counterparts().of(asked);
    moved.forEach(
        (face, same) -> assertThat(all.get(face)).isEqualTo(counterparts().of(same)).hasSize(2));
  }

  @Test
  void forgettingOneForgetsAllThatAreIt() {
    FaceId boris = new FaceId("boris-in-a");
    FaceId same = new FaceId("boris-in-b");
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(B, IN_B, C, IN_C);
    counterparts().pair(A, boris, B, same);

    counterparts().forget(IN_B);
    counterparts().forget(IN_B);

    assertThat(counterparts().of(IN_A)).isEmpty();
    assertThat(counterparts().of(IN_C)).isEmpty();
    assertThat(counterparts().in(C, IN_C)).isEmpty();
    assertThat(counterparts().in(B, boris)).contains(same);
  }

  @Test
  void whoIsPartedIsAloneAndTheOthersStayTogether() {
    counterparts().pair(A, IN_A, B, IN_B);
    counterparts().pair(B, IN_B, C, IN_C);
    counterparts().part(IN_B);
    counterparts().part(IN_B);

    assertThat(counterparts().of(IN_B)).isEmpty();
    assertThat(counterparts().in(B, IN_A)).isEmpty();
    assertThat(counterparts().in(C, IN_A)).contains(IN_C);

    counterparts().part(IN_C);
    assertThat(counterparts().of(IN_A)).isEmpty();
    assertThat(counterparts().of(IN_C)).isEmpty();

    counterparts().pair(A, IN_A, C, IN_C);
    counterparts().part(IN_A);
    counterparts().pair(A, IN_A, B, IN_B);
    assertThat(counterparts().of(IN_A)).hasSize(2);
    assertThat(counterparts().in(C, IN_A)).isEmpty();
  }

  @Test
  void twoFacesOfOneCollectionAreNeverPaired() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counterparts().pair(A, IN_A, A, new FaceId("boris-in-a")));
  }

  @Test
  void thoseWhoPairAtOnceLoseNothing() {
    List<CollectionId> others =
        IntStream.range(0, 6).mapToObj(number -> new CollectionId("other-" + number)).toList();

    List<CollectionId> _ =
        Concurrently.call(
            others.size(),
            number -> {
              CollectionId other = others.get(number);
              counterparts().pair(A, IN_A, other, new FaceId("in-" + other));
              return other;
            });

    assertThat(counterparts().of(IN_A)).hasSize(7);
    for (CollectionId other : others) {
      assertThat(counterparts().in(other, IN_A)).contains(new FaceId("in-" + other));
    }
  }
}
