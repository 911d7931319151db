package dev.riderphotos.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoFormatTest {
  @Test
  void knowsJpegAndPngByTheirFirstBytes() {
    assertThat(Photos.oneFace().format()).contains(PhotoFormat.JPEG);
    assertThat(Photos.png(Portrait.of(Person.ADA).size(80, 80)).format()).contains(PhotoFormat.PNG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "GIF89a",
        "BM",
        "RIFF....WEBPVP8 ",
        "\0\0\0\u0018ftypheic",
        "\u0089PNG"
      })
  void knowsNothingElse(String beginning) {
    assertThat(Photo.of(beginning.getBytes(ISO_8859_1)).format()).isEmpty();
  }

  @Test
  void aBeginningCutShortIsNoFormat() {
    for (int length = 0; length < 3; length++) {
      assertThat(PhotoFormat.sniff(Arrays.copyOf(Photos.oneFace().bytes(), length))).isEmpty();
    }
  }

  @Test
  void isNamedAsTheWebNamesIt() {
    assertThat(PhotoFormat.JPEG.contentType()).isEqualTo("image/jpeg");
    assertThat(PhotoFormat.JPEG.extension()).isEqualTo("jpg");
    assertThat(PhotoFormat.PNG.contentType()).isEqualTo("image/png");
    assertThat(PhotoFormat.PNG.extension()).isEqualTo("png");
  }
}
