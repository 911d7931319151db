package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoOpener;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourProfileTest {
  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);
  private final BufferedImage corners = Drawings.corners(400, 300);

  /** Half of all light is what sRGB calls 188. */
  @Test
  void convertsEveryPixelOfAJpeg() {
    byte[] jpeg = Jpegs.of(Drawings.plain(BufferedImage.TYPE_3BYTE_BGR, Color.GRAY));
    byte[] tagged = Jpegs.withProfile(jpeg, linear());
    assertThat(Drawings.difference(Drawings.open(opener, tagged), new Color(188, 188, 188)))
        .isLessThan(3);
  }

  /** Of many that come at once, too. */
  @Test
  void isSetUpOnce() {
    byte[] data = linear();
    ColourProfile first = ColourProfile.of(data).orElseThrow();
    assertThat(ColourProfile.of(data.clone())).containsSame(first);
    byte[] jpeg = Jpegs.withProfile(Jpegs.of(corners), data);
    byte[] alone = Drawings.open(opener, jpeg).bgr();
    assertThat(IntStream.range(0, 64).parallel().mapToObj(_ -> Drawings.open(opener, jpeg).bgr()))
        .allSatisfy(bgr -> assertThat(Arrays.equals(bgr, alone)).isTrue());
  }

  @Test
  void convertsEveryPixelOfAPng() {
    byte[] png = Pngs.of(Drawings.plain(BufferedImage.TYPE_3BYTE_BGR, Color.GRAY));
    byte[] tagged = Pngs.withProfile(png, linear());
    assertThat(Drawings.difference(Drawings.open(opener, tagged), new Color(188, 188, 188)))
        .isLessThan(3);
  }

  /** What AdobeRGB and Display P3 do less loudly: other primaries. */
  @Test
  void believesAProfileThatCallsRedGreen() {
    ICC_Profile profile = ICC_Profile.getInstance(srgb());
    byte[] red = profile.getData(ICC_Profile.icSigRedColorantTag);
    byte[] green = profile.getData(ICC_Profile.icSigGreenColorantTag);
    profile.setData(ICC_Profile.icSigRedColorantTag, green);
    profile.setData(ICC_Profile.icSigGreenColorantTag, red);
    byte[] png = Pngs.of(Drawings.plain(BufferedImage.TYPE_3BYTE_BGR, Color.RED));
    assertThat(
            Drawings.difference(
                Drawings.open(opener, Pngs.withProfile(png, profile.getData())), Color.GREEN))
        .isLessThan(3);
  }

  @Test
  void convertsGreyByAProfileForGrey() {
    byte[] linearGrey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    BufferedImage drawing = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
    int[] samples = new int[400 * 300];
    Arrays.fill(samples, 128);
    drawing.getRaster().setSamples(0, 0, 400, 300, 0, samples);
    byte[] tagged = Jpegs.withProfile(Jpegs.of(drawing), linearGrey);
    assertThat(Drawings.difference(Drawings.open(opener, tagged), new Color(188, 188, 188)))
        .isLessThan(3);
  }

  @Test
  void leavesSrgbAsItIs() {
    byte[] jpeg = Jpegs.of(corners);
    assertThat(Drawings.open(opener, Jpegs.withProfile(jpeg, srgb())).bgr())
        .isEqualTo(Drawings.open(opener, jpeg).bgr());
  }

  @Test
  void ignoresAProfileForAnotherKindOfImage() {
    byte[] jpeg = Jpegs.of(corners);
    byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    assertThat(Drawings.open(opener, Jpegs.withProfile(jpeg, grey)).bgr())
        .isEqualTo(Drawings.open(opener, jpeg).bgr());
    Drawings.open(opener, Jpegs.withProfile(Jpegs.cmyk(1, 2, 3, 4), linear()));
  }

  @Test
  void takesNoOffenceAtABrokenProfile() {
    byte[] jpeg = Jpegs.of(corners);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] broken = Arrays.copyOf(linear(), random.nextInt(linear().length + 1));
      for (int flip = 0; flip < 8 && broken.length > 0; flip++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      Drawings.open(opener, Jpegs.withProfile(jpeg, broken));
    }
  }

  private static byte[] linear() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  private static byte[] srgb() {
    return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  }
}
