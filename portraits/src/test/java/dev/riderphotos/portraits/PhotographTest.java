package dev.riderphotos.portraits;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotographTest {
  private static final Portrait ADA = Portrait.of(Person.ADA).size(1200, 800);

  @Test
  void weighsWhatAPhotoWeighs() {
    byte[] photograph = Photograph.jpeg(ADA, 0.99f);
    assertThat(photograph.length).isBetween(700_000, 1_100_000);
    assertThat(Photograph.jpeg(ADA, 0.99f)).isEqualTo(photograph);
  }

  /** ImageIO converts by the profile, so the colours are the drawing's again, but for the noise. */
  @Test
  void looksLikeThePortraitOnceItsColoursAreRead() throws IOException {
    byte[] jpeg = Photograph.jpeg(ADA, 0.99f);
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("ICC_PROFILE");
    Color drawn = mean(ADA.draw());
    Color taken = mean(ImageIO.read(new ByteArrayInputStream(jpeg)));
    assertThat(Math.abs(drawn.getRed() - taken.getRed())).isLessThan(4);
    assertThat(Math.abs(drawn.getGreen() - taken.getGreen())).isLessThan(4);
    assertThat(Math.abs(drawn.getBlue() - taken.getBlue())).isLessThan(4);
  }

  /** The mean colour of a part of the face. */
  private static Color mean(BufferedImage picture) {
    int[] pixels = picture.getRGB(430, 400, 100, 100, null, 0, 100);
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int pixel : pixels) {
      red += pixel >> 16 & 0xFF;
      green += pixel >> 8 & 0xFF;
      blue += pixel & 0xFF;
    }
    int count = pixels.length;
    return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
  }
}
