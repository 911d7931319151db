package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.imaging.Corpus.Colours;
import dev.riderphotos.imaging.Corpus.Sample;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we see of all kinds of files, and what others see. */
class CorpusTest {
  private static final double HARDLY_ANY = 2;
  private static final double LITTLE = 8;
  private static final int SOME = 42;

  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);

  /** Profiles apart, which say that the numbers are not what they were drawn as. */
  @Test
  void isWhatWasDrawn() {
    List<Sample> samples = plain(Corpus.byImageIo());
    assertThat(samples).hasSizeGreaterThan(200);
    assertThat(samples).allSatisfy(it -> assertSeen(it, drawn(it.drawing()), HARDLY_ANY));
  }

  @Test
  void isWhatLibjpegSeesOfImageIosJpegs() {
    Tool.DJPEG.assume();
    List<Sample> jpegs = plain(Corpus.byImageIo()).stream().filter(CorpusTest::jpeg).toList();
    assertThat(jpegs).allSatisfy(it -> assertSeen(it, byDjpeg(it), HARDLY_ANY));
  }

  @Test
  void isWhatLibjpegSeesOfItsOwnJpegs() {
    Tool.CJPEG.assume();
    Tool.DJPEG.assume();
    assertThat(Corpus.byCjpeg()).allSatisfy(it -> assertSeen(it, byDjpeg(it), HARDLY_ANY));
  }

  /** Of some: it takes its time to start. */
  @Test
  void isWhatImageMagickSeesOfImageIosPngs() {
    Tool.CONVERT.assume();
    List<Sample> pngs =
        plain(Corpus.byImageIo()).stream().filter(it -> !jpeg(it)).limit(SOME).toList();
    assertThat(pngs).allSatisfy(it -> assertSeen(it, byConvert(it), HARDLY_ANY));
  }

  @Test
  void isWhatImageMagickSeesOfItsOwnFiles() {
    Tool.CONVERT.assume();
    assertThat(Corpus.byConvert())
        .allSatisfy(
            it ->
                assertSeen(it, byConvert(it), it.colours() == Colours.INKS ? LITTLE : HARDLY_ANY));
  }

  /** ImageMagick converts by LittleCMS. */
  @Test
  void isWhatImageMagickSeesByAProfile(@TempDir Path folder) throws IOException {
    Tool.CONVERT.assume();
    Path srgb = folder.resolve("srgb.icc");
    Files.write(srgb, ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    Function<Sample, byte[]> managed =
        it ->
            Tool.CONVERT.run(it.bytes(), "{}", "-profile", srgb.toString(), "-depth", "8", "ppm:-");
    List<Sample> tagged =
        Corpus.byImageIo().stream().filter(it -> it.colours() == Colours.PROFILE).toList();
    assertThat(tagged).isNotEmpty().allSatisfy(it -> assertSeen(it, managed.apply(it), HARDLY_ANY));
  }

  @Test
  void isWhatWasDrawnOfSharpsFiles() {
    Tool.SHARP.assume();
    Tool.CONVERT.assume();
    assertThat(Corpus.bySharp()).allSatisfy(it -> assertSeen(it, byConvert(it), HARDLY_ANY));
  }

  private static List<Sample> plain(List<Sample> samples) {
    return samples.stream().filter(it -> it.colours() == Colours.SRGB).toList();
  }

  private static boolean jpeg(Sample sample) {
    return Photo.of(sample.bytes()).format().equals(Optional.of(PhotoFormat.JPEG));
  }

  private static byte[] byDjpeg(Sample sample) {
    return Tool.DJPEG.run(sample.bytes(), "-ppm");
  }

  private static byte[] byConvert(Sample sample) {
    return Tool.CONVERT.run(
        sample.bytes(),
        "{}",
        "-background",
        "white",
        "-alpha",
        "remove",
        "-alpha",
        "off",
        "-colorspace",
        "sRGB",
        "-depth",
        "8",
        "ppm:-");
  }

  private void assertSeen(Sample sample, byte[] portable, double most) {
    Picture picture = Drawings.open(opener, sample.bytes());
    assertThat(Portable.difference(picture, portable))
        .as(sample.toString())
        .isLessThanOrEqualTo(most);
  }

  /** Numbers as they are, on white. */
  private static byte[] drawn(BufferedImage drawing) {
    BufferedImage seen =
        new BufferedImage(drawing.getWidth(), drawing.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < seen.getHeight(); y++) {
      for (int x = 0; x < seen.getWidth(); x++) {
        seen.setRGB(x, y, drawn(drawing, x, y));
      }
    }
    return Tool.ppm(seen);
  }

  private static int drawn(BufferedImage drawing, int x, int y) {
    int shift = drawing.getType() == BufferedImage.TYPE_USHORT_GRAY ? 8 : 0;
    if (shift > 0 || drawing.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      return (drawing.getRaster().getSample(x, y, 0) >> shift) * 0x010101;
    }
    int argb = drawing.getRGB(x, y);
    int alpha = argb >>> 24;
    int seen = 0;
    for (int channel = 16; channel >= 0; channel -= 8) {
      int colour = argb >> channel & 0xFF;
      seen = seen << 8 | (colour * alpha + 255 * (255 - alpha)) / 255;
    }
    return seen;
  }
}
