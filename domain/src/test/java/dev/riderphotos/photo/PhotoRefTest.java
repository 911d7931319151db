package dev.riderphotos.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoRefTest {
  @ParameterizedTest
  @ValueSource(strings = {"abc", "rider-photos", "a.b.c", "1bucket"})
  void takesBucketNamesOfS3(String bucket) {
    assertThat(new PhotoRef(bucket, "x").bucket()).isEqualTo(bucket);
    assertThat(new PhotoRef("b".repeat(63), "x").bucket()).hasSize(63);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ab", "Photos", "a_b", "-ab", "ab-", "a/b", "../a", "a b", "äöü", "abc\n"})
  void refusesOtherBuckets(String bucket) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoRef(bucket, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoRef("b".repeat(64), "x"));
  }

  @Test
  void aKeyHasOneTo1024Bytes() {
    assertThat(new PhotoRef("photos", "é".repeat(512)).key()).hasSize(512);

    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoRef("photos", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new PhotoRef("photos", "k".repeat(1025)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhotoRef("photos", "é".repeat(512) + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/", "a//b", "\n", ".", "%", "a b+c"})
  void aKeyIsAnyText(String key) {
    assertThat(new PhotoRef("photos", key).key()).isEqualTo(key);
  }

  @Test
  void aSiblingHasThePrefixBeforeItsFileName() {
    assertThat(new PhotoRef("photos", "riders/a/selfie.jpg").sibling("thumbs", "resized-"))
        .isEqualTo(new PhotoRef("thumbs", "riders/a/resized-selfie.jpg"));
    assertThat(new PhotoRef("photos", "1_happy_face.jpg").sibling("thumbs", "resized-"))
        .isEqualTo(new PhotoRef("thumbs", "resized-1_happy_face.jpg"));
    assertThat(new PhotoRef("photos", "folder/").sibling("thumbs", "resized-"))
        .isEqualTo(new PhotoRef("thumbs", "folder/resized-"));
  }
}
