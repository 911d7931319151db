package dev.riderphotos.portraits;

import static dev.riderphotos.portraits.Person.ADA;
import static dev.riderphotos.portraits.Person.BORIS;
import static dev.riderphotos.portraits.Person.CLARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PortraitTest {
  private final Portrait ada = Portrait.of(ADA).size(160, 160);

  @Test
  void theSamePortraitHasTheSamePixels() {
    assertThat(ada.png()).isEqualTo(Portrait.of(ADA).size(160, 160).png());
    assertThat(ada.jpeg()).isEqualTo(ada.jpeg());
  }

  @Test
  void everybodyLooksDifferent() {
    Stream<Portrait> everybody = Person.named().stream().map(Portrait::of);

    assertThat(everybody.map(portrait -> portrait.size(80, 80).png())).doesNotHaveDuplicates();
  }

  @Test
  void noTwoTakesAreTheSamePicture() {
    Stream<byte[]> takes = Stream.of(0, 1, 2, 3, -1).map(number -> ada.take(number).png());

    assertThat(takes).doesNotHaveDuplicates();
  }

  @Test
  void sunglassesChangeThePictureOnlyAroundTheEyes() {
    BufferedImage without = ada.draw();
    BufferedImage with = ada.wearingSunglasses().draw();

    assertThat(pixels(with, 40, 60)).isNotEqualTo(pixels(without, 40, 60));
    assertThat(pixels(with, 110, 50)).isEqualTo(pixels(without, 110, 50));
  }

  @Test
  void aPortraitIsAsLargeAsOrdered() {
    assertThat(Portrait.of(ADA).draw()).satisfies(picture -> hasSize(picture, 800, 800));
    assertThat(ada.size(90, 240).draw()).satisfies(picture -> hasSize(picture, 90, 240));
    assertThat(ada.size(1, 1).draw()).satisfies(picture -> hasSize(picture, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ada.size(0, 100));
  }

  @Test
  void peopleTogetherSitSideBySideInAWiderPicture() {
    assertThat(Portrait.together(ADA, BORIS).draw())
        .satisfies(picture -> hasSize(picture, 1200, 800));
    assertThat(Portrait.together(ADA, BORIS, CLARA).draw())
        .satisfies(picture -> hasSize(picture, 1600, 800));
  }

  @Test
  void whoIsFartherAwayIsSmaller() {
    BufferedImage near = ada.size(240, 300).draw();
    BufferedImage far = ada.size(240, 300).from(2.2).draw();

    assertThat(pixels(far, 0, 300)).isNotEqualTo(pixels(near, 0, 300));
    assertThatIllegalArgumentException().isThrownBy(() -> ada.from(0));
    assertThatIllegalArgumentException().isThrownBy(() -> ada.from(3));
  }

  @Test
  void lessLightMakesADarkerPicture() {
    assertThat(brightness(ada.lit(0.25))).isLessThan(brightness(ada) / 3);
    assertThatIllegalArgumentException().isThrownBy(() -> ada.lit(0));
    assertThatIllegalArgumentException().isThrownBy(() -> ada.lit(1.5));
  }

  @Test
  void nobodyLeavesAnEmptyWall() {
    assertThat(Portrait.nobody().sitters()).isEmpty();
    assertThat(Portrait.nobody().draw()).satisfies(picture -> hasSize(picture, 800, 800));
    assertThat(Portrait.nobody().take(1).png()).isNotEqualTo(Portrait.nobody().png());
  }

  @Test
  void theFilesAreWhatTheySayAndDecodeToTheWholePicture() throws IOException {
    assertThat(ada.jpeg()).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(ada.png()).startsWith(0x89, 'P', 'N', 'G');
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(ada.png()));
    assertThat(pixels(decoded, 0, 160)).isEqualTo(pixels(ada.draw(), 0, 160));
  }

  private static double brightness(Portrait portrait) {
    return Arrays.stream(pixels(portrait.size(80, 80).draw(), 0, 80))
        .mapToDouble(rgb -> (rgb >> 8) & 0xFF)
        .sum();
  }

  private static void hasSize(BufferedImage picture, int width, int height) {
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
  }

  private static int[] pixels(BufferedImage picture, int fromRow, int rows) {
    int width = picture.getWidth();
    return picture.getRGB(0, fromRow, width, rows, new int[width * rows], 0, width);
  }
}
