package dev.riderphotos.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BoundingBoxTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private final BoundingBox box = new BoundingBox(.1, .1, .4, .4);

  @Test
  void identicalBoxesOverlapWhollyAndDisjointOnesNotAtAll() {
    assertThat(box.intersectionOverUnion(box)).isCloseTo(1, EXACT);
    assertThat(overlap(new BoundingBox(.6, .1, .4, .4))).isZero();
    assertThat(overlap(new BoundingBox(.1, .6, .4, .4))).isZero();
    assertThat(overlap(new BoundingBox(.5, .1, .4, .4))).isCloseTo(0, EXACT);
  }

  @Test
  void partlySharedBoxesOverlapAsTheReferenceSays() {
    assertThat(overlap(new BoundingBox(.2, .1, .4, .4))).isCloseTo(.6, EXACT);
    assertThat(overlap(new BoundingBox(.3, .1, .4, .4))).isCloseTo(1.0 / 3, EXACT);
  }

  @Test
  void overlapIsTheSameBothWays() {
    BoundingBox other = new BoundingBox(-.1, .2, .5, .1);

    assertThat(overlap(other)).isPositive().isEqualTo(other.intersectionOverUnion(box));
  }

  @Test
  void aBoxWithinAnotherOverlapsByItsShare() {
    assertThat(overlap(new BoundingBox(.2, .2, .2, .2))).isCloseTo(.25, EXACT);
  }

  @Test
  void boxesWithoutAnAreaDoNotOverlap() {
    BoundingBox point = new BoundingBox(.2, .2, 0, 0);

    assertThat(point.intersectionOverUnion(point)).isZero();
    assertThat(overlap(point)).isZero();
  }

  @Test
  void theUnionIsTheSmallestBoxAroundBoth() {
    BoundingBox union = box.union(new BoundingBox(.8, 0, .1, .2));

    assertThat(union.left()).isCloseTo(.1, EXACT);
    assertThat(union.top()).isCloseTo(0, EXACT);
    assertThat(union.right()).isCloseTo(.9, EXACT);
    assertThat(union.bottom()).isCloseTo(.5, EXACT);
  }

  @Test
  void whatReachesOutOfThePictureIsCutOff() {
    assertThat(new BoundingBox(-.25, -.5, 2, 1).withinPicture())
        .isEqualTo(new BoundingBox(0, 0, 1, .5));
    assertThat(box.withinPicture().area()).isCloseTo(box.area(), EXACT);
    assertThat(new BoundingBox(1.5, 0, 1, 1).withinPicture().area()).isZero();
  }

  @Test
  void refusesWhatIsNoBox() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, -.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, 1, -.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(Double.NaN, 0, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoundingBox(0, Double.NEGATIVE_INFINITY, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoundingBox(0, 0, Double.POSITIVE_INFINITY, 1));
  }

  private double overlap(BoundingBox other) {
    return box.intersectionOverUnion(other);
  }
}
