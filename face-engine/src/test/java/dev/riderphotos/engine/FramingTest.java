package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTest {
  private final Framing landscape = Framing.of(new Crop(0, 0, 1200, 800));
  private final Framing portrait = Framing.of(new Crop(0, 0, 600, 800));
  private final Framing square = Framing.of(new Crop(0, 0, 500, 500));

  @Test
  void isThePictureAndALittleOfTheBlackBesideIt() {
    assertThat(landscape.area()).isEqualTo(new InputArea(512, 352));
    assertThat(portrait.area()).isEqualTo(new InputArea(416, 512));
    assertThat(square.area()).isEqualTo(InputArea.WHOLE);
  }

  @Test
  void aThreadIsAPixelWide() {
    Framing thread = Framing.of(new Crop(0, 0, 1, 5000));

    assertThat(thread.width()).isEqualTo(1);
    assertThat(thread.area()).isEqualTo(new InputArea(32, 512));
  }

  @Test
  void sharesOfTheInputArePlacesInThePicture() {
    Box half = new Box(0.25f, 0.125f, 0.5f, 0.25f);

    assertThat(landscape.toImage(half).x()).isEqualTo(300);
    assertThat(landscape.toImage(half).right()).isEqualTo(900);
    assertThat(Framing.of(new Crop(-100, -100, 400, 400)).toImage(half))
        .isEqualTo(new Box(0, -50, 200, 100));
  }

  @Test
  void whatIsNearAnEndThatIsLeftOutIsDoubted() {
    assertThat(doubts(landscape, new Box(0.4f, 0.3f, 0.2f, 0.27f))).isFalse();
    assertThat(doubts(landscape, new Box(0.4f, 0.3f, 0.2f, 0.28f))).isTrue();
    assertThat(doubts(portrait, new Box(0.4f, 0.3f, 0.25f, 0.2f))).isFalse();
    assertThat(doubts(portrait, new Box(0.4f, 0.3f, 0.26f, 0.2f))).isTrue();
  }

  @Test
  void theEndsOfTheSquareAreNot() {
    assertThat(doubts(landscape, new Box(0.8f, 0.1f, 0.3f, 0.2f))).isFalse();
    assertThat(doubts(portrait, new Box(0.1f, 0.8f, 0.2f, 0.3f))).isFalse();
    assertThat(doubts(square, new Box(0.8f, 0.8f, 0.3f, 0.3f))).isFalse();
  }

  @Test
  void nothingIsDoubtedOfTheWholeSquare() {
    List<Detection> seen = List.of(new Detection(new Box(0.4f, 0.4f, 0.2f, 0.3f), 0.9f));

    assertThat(landscape.leavesDoubt(seen, landscape.area())).isTrue();
    assertThat(landscape.leavesDoubt(seen, InputArea.WHOLE)).isFalse();
  }

  private static boolean doubts(Framing framing, Box face) {
    return framing.leavesDoubt(List.of(new Detection(face, 0.2f)), framing.area());
  }
}
