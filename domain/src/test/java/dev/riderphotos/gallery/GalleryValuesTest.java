package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.photo.Photo;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryValuesTest {
  private final PhotoDigest photo = PhotoDigest.of(Photo.of(new byte[] {1, 2, 3}));
  private final BoundingBox box = new BoundingBox(0.1, 0.2, 0.3, 0.4);

  @ParameterizedTest
  @CsvSource({
    "Keanu-Reeves.jpg, Keanu reeves",
    "Keanu-Avril-Mike.jpg, Keanu avril mike",
    "barack_OBAMA.png, Barack obama",
    "Ada.jpeg, Ada",
    "ADA.JPG, Ada",
    "ada.Jpg.PNG, Ada",
    "ada.jpg-2, Ada.jpg 2",
    "ökonom.jpg, Ökonom",
    "ada, Ada",
    ".jpg, ''",
    "ada.gif, Ada.gif"
  })
  void aLabelIsMadeOfTheName(String name, String label) {
    assertThat(new PhotoName(name).label()).isEqualTo(label);
  }

  @Test
  void aNameIsTheSameHoweverItsAccentsWereWritten() {
    assertThat(new PhotoName("Zoe\u0308.jpg")).isEqualTo(new PhotoName("Zoë.jpg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "\ud800"})
  void someNamesAreRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoName(name));
    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoName("é".repeat(95)));
    assertThat(new PhotoName("é".repeat(94)).externalImageId().name()).isEqualTo("é".repeat(94));
  }

  @Test
  void metadataIsBounded() {
    assertThat(new PhotoMetadata(new TreeMap<>(Map.of("Name", "Ada"))).entries())
        .isEqualTo(Map.of("name", "Ada"));
    TreeMap<String, String> most = new TreeMap<>(Map.of("ab", "x".repeat(2046)));
    assertThat(new PhotoMetadata(most).entries()).hasSize(1);
    most.put("c", "");
    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoMetadata(most));
  }

  @Test
  void anAppearanceIsOneFaceOfOnePhoto() {
    BoundingBox nearly = new BoundingBox(0.1001, 0.1999, 0.3, 0.4);
    PhotoDigest copy = PhotoDigest.of(Photo.of(new byte[] {1, 2, 4}));

    assertThat(Appearance.of(photo, nearly)).isEqualTo(Appearance.of(photo, box));
    assertThat(Appearance.of(copy, box)).isNotEqualTo(Appearance.of(photo, box));
    assertThat(Appearance.of(photo, new BoundingBox(0.2, 0.2, 0.3, 0.4)))
        .isNotEqualTo(Appearance.of(photo, box));
  }

  @ParameterizedTest
  @CsvSource({
    "gallery, 0, 10",
    "gallery, -1, 10",
    "gallery, 101, 10",
    "gallery, NaN, 10",
    "gallery, 80, 0",
    "gallery, 80, 41",
    "A bucket, 80, 10"
  })
  void rulesThatCannotBeAreRefused(String bucket, double threshold, int maxFaces) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GallerySettings(
                    bucket, threshold, maxFaces, QualityFilter.AUTO, Duration.ZERO));
  }
}
