package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
import dev.riderphotos.portraits.Portrait;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With 8 bits, and without the black around a picture, the detector sees what the library's sees.
 */
class QuickDetectorTest {
  /** More of them take minutes: {@code -Ddrawn.pictures=300}. */
  private static final int DRAWN = Integer.getInteger("drawn.pictures", 24);

  private static final double SAME_BOX = 0.97;

  /** Of a face that the edge cuts off, rounding moves the box more: 1 of 300 overlaps by 0.968. */
  private static final double SAME_BOX_OF_PART = 0.96;

  private static final double SAME_SCORE = 0.05;
  private static final int[][] SIZES = {{400, 400}, {800, 800}, {1200, 800}, {600, 900}};

  private static Networks networks;
  private static FaceDetector library;
  private static FaceDetector exact;
  private static FaceDetector quick;

  @BeforeAll
  static void load() throws IOException {
    networks = new Networks(FaceEngine::packedFile);
    library = FaceDetector.ofLibrary(networks);
    exact = FaceDetector.load(networks, DetectorPrecision.FLOAT);
    quick = FaceDetector.load(networks, DetectorPrecision.INT8);
  }

  @AfterAll
  static void close() {
    networks.close();
  }

  @Test
  void seesDrawnPeopleAsTheLibraryDoes() {
    Random random = new Random(17);
    for (int i = 0; i < DRAWN; i++) {
      Portrait portrait = portrait(i, random);
      assertSame(picture(i, portrait), i + ": " + portrait);
    }
  }

  /** A face at the edge of a picture is one at the end of what is looked at. */
  @Test
  void seesPartsOfPicturesAsTheLibraryDoes() {
    Random random = new Random(23);
    for (int i = 0; i < DRAWN; i++) {
      Portrait portrait = portrait(i, random);
      RgbImage part = Pictures.of(part(portrait.draw(), random));
      List<Detection> expected = library.detect(part, FaceDetector.NO_LIMIT);
      String as = "part " + i + ": " + portrait;
      assertSame(exact, part, expected, SAME_BOX, as + ", in floats");
      assertSame(quick, part, expected, SAME_BOX_OF_PART, as + ", with 8 bits");
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
  void seesPhotosAsTheLibraryDoes(String photo) {
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
    List<Detection> expected = library.detect(picture, FaceDetector.NO_LIMIT);
    assertSame(exact, picture, expected, SAME_BOX, as + ", in floats");
    assertSame(quick, picture, expected, SAME_BOX, as + ", with 8 bits");
  }

  private static void assertSame(
      FaceDetector detector,
      RgbImage picture,
      List<Detection> expected,
      double overlap,
      String as) {
    List<Detection> seen = detector.detect(picture, FaceDetector.NO_LIMIT);
    assertThat(seen).as(as).hasSameSizeAs(expected);
    for (Detection face : expected) {
      assertThat(seen).as(as + " shows " + face).anyMatch(other -> isSame(face, other, overlap));
    }
  }

  private static boolean isSame(Detection face, Detection other, double overlap) {
    return face.box().overlap(other.box()) >= overlap
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

  private static BufferedImage part(BufferedImage whole, Random random) {
    int width = (int) (whole.getWidth() * random.nextDouble(0.3, 0.9));
    int height = (int) (whole.getHeight() * random.nextDouble(0.3, 0.9));
    int x = random.nextInt(whole.getWidth() - width);
    int y = random.nextInt(whole.getHeight() - height);
    BufferedImage part = new BufferedImage(width, height, whole.getType());
    whole.getSubimage(x, y, width, height).copyData(part.getRaster());
    return part;
  }

  private static RgbImage picture(int number, Portrait portrait) {
    return number % 4 == 3
        ? Pictures.ofJpeg(Photograph.jpeg(portrait, 0.9f))
        : Pictures.of(portrait.draw());
  }
}
