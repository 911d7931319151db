package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
  private static final Box PLACE = new Box(0.1f, 0.1f, 0.2f, 0.2f);
  private static final Box ELSEWHERE = new Box(0.6f, 0.6f, 0.2f, 0.2f);

  /** It overlaps the place by two thirds. */
  private static final Box ASIDE = new Box(0.14f, 0.1f, 0.2f, 0.2f);

  @Test
  void thereAreNoneWhereNothingIsSeen() {
    assertThat(areAbout()).isFalse();
  }

  @Test
  void aSureFaceIsNotDoubted() {
    assertThat(areAbout(new Detection(PLACE, 0.99f), new Detection(ELSEWHERE, 0.66f))).isFalse();
  }

  @Test
  void whatMayOrMayNotBeAFaceIsDoubted() {
    assertThat(areAbout(new Detection(PLACE, 0.36f))).isTrue();
    assertThat(areAbout(new Detection(ELSEWHERE, 0.64f), new Detection(PLACE, 0.99f))).isTrue();
  }

  @Test
  void whatASurerFaceCoversIsNot() {
    assertThat(areAbout(new Detection(ASIDE, 0.5f), new Detection(PLACE, 0.99f))).isFalse();
  }

  @Test
  void twoBoxesThatAreAsSureAreDoubted() {
    assertThat(areAbout(new Detection(PLACE, 0.99f), new Detection(ASIDE, 0.989f))).isTrue();
    assertThat(areAbout(new Detection(PLACE, 0.99f), new Detection(PLACE, 0.989f))).isFalse();
  }

  @Test
  void boxesThatOverlapHardlyTooMuchAreDoubted() {
    Box by41Hundredths = new Box(0.1837f, 0.1f, 0.2f, 0.2f);
    assertThat(areAbout(new Detection(PLACE, 0.99f), new Detection(by41Hundredths, 0.9f))).isTrue();
  }

  @Test
  void aScoreNearTheCallersLimitIsDoubted() {
    List<Detection> seen = List.of(new Detection(PLACE, 0.92f));
    assertThat(new Doubts(PriorBoxes.MOST_OVERLAP, 0.875).about(seen)).isTrue();
    assertThat(new Doubts(PriorBoxes.MOST_OVERLAP, 0.75).about(seen)).isFalse();
  }

  private static boolean areAbout(Detection... candidates) {
    return new Doubts(PriorBoxes.MOST_OVERLAP, FaceDetector.NO_LIMIT).about(List.of(candidates));
  }
}
