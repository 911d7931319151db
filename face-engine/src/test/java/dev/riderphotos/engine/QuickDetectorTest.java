package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The detector with 8 bits sees what that of floats sees. */
class QuickDetectorTest {
  /** More of them take minutes: {@code -Ddrawn.pictures=300}. */
  private static final int DRAWN = Integer.getInteger("drawn.pictures", 24);

  private static final double SAME_BOX = 0.97;
  private static final double SAME_SCORE = 0.05;
  private static final int[][] SIZES = {{400, 400}, {800, 800}, {1200, 800}, {600, 900}};

  private static Networks networks;
  private static FaceDetector exact;
  private static FaceDetector quick;

  @BeforeAll
  static void load() throws IOException {
    networks = new Networks(FaceEngine::packedFile);
    exact = FaceDetector.load(networks, DetectorPrecision.FLOAT);
    quick = FaceDetector.load(networks, DetectorPrecision.INT8);
  }

  @AfterAll
  static void close() {
    networks.close();
  }

  @Test
  void seesDrawnPeopleAsTheExactOneDoes() {
    Random random = new Random(17);
    for (int i = 0; i < DRAWN; i++) {
      Portrait portrait = portrait(i, random);
      assertSame(picture(i, portrait), i + ": " + portrait);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1_happy_face.jpg",
        "2_sunglass_face.jpg",
        "3_multiple_faces.jpg",
        "4_no_face.jpg",
        "biden.jpg",
        "obama.jpg",
        "obama2.jpg",
        "obama_and_biden.jpg"
      })
  void seesPhotosAsTheExactOneDoes(String photo) {
    assertSame(Pictures.photo(photo), photo);
  }

  @Test
  void aScoreNearTheCallersLimitIsTheExactOnes() {
    RgbImage ada = Pictures.of(Portrait.of(Person.ADA).draw());
    Detection face = exact.detect(ada, FaceDetector.NO_LIMIT).getFirst();

    assertThat(quick.detect(ada, face.score())).containsExactly(face);
    assertThat(quick.detect(ada, FaceDetector.NO_LIMIT)).doesNotContain(face);
  }

  private static void assertSame(RgbImage picture, String as) {
    List<Detection> expected = exact.detect(picture, FaceDetector.NO_LIMIT);
    List<Detection> seen = quick.detect(picture, FaceDetector.NO_LIMIT);
    assertThat(seen).as(as).hasSameSizeAs(expected);
    for (Detection face : expected) {
      assertThat(seen).as(as + " shows " + face).anyMatch(other -> isSame(face, other));
    }
  }

  private static boolean isSame(Detection face, Detection other) {
    return face.box().overlap(other.box()) >= SAME_BOX
        && Math.abs(face.score() - other.score()) <= SAME_SCORE;
  }

  /** Of ten pictures one shows nobody, one two and one three people. */
  private static Portrait portrait(int number, Random random) {
    int[] size = SIZES[random.nextInt(SIZES.length)];
    Portrait portrait =
        switch (number % 10) {
          case 7 -> Portrait.together(somebody(random), somebody(random));
          case 8 -> Portrait.together(somebody(random), somebody(random), somebody(random));
          case 9 -> Portrait.nobody();
          default -> Portrait.of(somebody(random)).size(size[0], size[1]);
        };
    portrait = portrait.take(random.nextInt(6)).from(random.nextDouble(0.7, 2));
    return random.nextInt(5) == 0 ? portrait.wearingSunglasses() : portrait;
  }

  private static Person somebody(Random random) {
    return Person.numbered(random.nextInt(300));
  }

  private static RgbImage picture(int number, Portrait portrait) {
    return number % 4 == 3
        ? Pictures.ofJpeg(Photograph.jpeg(portrait, 0.9f))
        : Pictures.of(portrait.draw());
  }
}
