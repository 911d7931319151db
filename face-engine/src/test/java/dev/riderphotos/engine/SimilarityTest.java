package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final Offset<Double> NEARLY = within(1e-4);

  @Test
  void levelsTheEyes() {
    Landmarks face = Heads.seen(20, 10, 30);
    Point anchor = new Point(200, 100);
    Similarity toImage = Similarity.level(face, anchor, 48, 38, 2.5);
    assertThat(toImage.scale()).isCloseTo(2.5, NEARLY);
    assertThat(toImage.x(48, 38)).isCloseTo(200, NEARLY);
    assertThat(toImage.y(48, 38)).isCloseTo(100, NEARLY);
    Point left = toImage.source(face.leftEye());
    Point right = toImage.source(face.rightEye());
    assertThat((double) left.y()).isCloseTo(right.y(), NEARLY);
    assertThat(left.x()).isLessThan(right.x());
  }

  @Test
  void goesThereAndBack() {
    Similarity similarity = new Similarity(0.8, -0.6, 12, 34);
    Point from = new Point(5, 7);
    Point to = new Point((float) similarity.x(5, 7), (float) similarity.y(5, 7));
    assertThat(similarity.source(to).distance(from)).isCloseTo(0, NEARLY);
  }

  @Test
  void findsTheMapThatPointsWentThroughAndItsInverse() {
    Similarity similarity = new Similarity(0.8, -0.6, 12, 34);
    List<Point> from = List.of(new Point(0, 0), new Point(10, 0), new Point(3, 7));
    List<Point> to =
        from.stream()
            .map(
                point ->
                    new Point(
                        (float) similarity.x(point.x(), point.y()),
                        (float) similarity.y(point.x(), point.y())))
            .toList();
    Similarity found = Similarity.leastSquares(from, to);
    assertThat(found.a()).isCloseTo(0.8, NEARLY);
    assertThat(found.b()).isCloseTo(-0.6, NEARLY);
    assertThat(found.dx()).isCloseTo(12, NEARLY);
    assertThat(found.dy()).isCloseTo(34, NEARLY);
    Similarity back = found.inverse();
    assertThat(back.x(to.get(2).x(), to.get(2).y())).isCloseTo(3, NEARLY);
    assertThat(back.y(to.get(2).x(), to.get(2).y())).isCloseTo(7, NEARLY);
  }
}
