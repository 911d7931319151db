package dev.riderphotos.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.testkit.Photos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class PhotoTest {
  @Test
  void readsAStreamToItsEnd() throws IOException {
    byte[] bytes = Photos.oneFace().bytes();

    assertThat(Photo.read(new ByteArrayInputStream(bytes))).isEqualTo(Photos.oneFace());
    assertThat(Photo.read(InputStream.nullInputStream()).size()).isZero();
  }

  @Test
  void readsOfAnEndlessStreamNoMoreThanItNeeds() throws IOException {
    Photo photo = Photo.read(new Zeros());

    assertThat(photo.size()).isEqualTo(Photo.MAX_BYTES + 1);
    assertThat(photo.tooLarge()).isTrue();
  }

  @Test
  void keepsOfTooManyBytesOnlyWhatShowsIt() {
    assertThat(Photo.of(new byte[Photo.MAX_BYTES]).tooLarge()).isFalse();
    assertThat(Photo.of(new byte[Photo.MAX_BYTES + 1]).tooLarge()).isTrue();
    assertThat(Photo.of(new byte[Photo.MAX_BYTES + 9]).size()).isEqualTo(Photo.MAX_BYTES + 1);
  }

  @Test
  void photosOfTheSameBytesAreEqual() {
    Photo one = Photo.of(new byte[] {1, 2});

    assertThat(one)
        .isEqualTo(Photo.of(new byte[] {1, 2}))
        .hasSameHashCodeAs(Photo.of(new byte[] {1, 2}));
    assertThat(one).isNotEqualTo(Photo.of(new byte[] {1, 3}));
  }

  @Test
  void doesNotPrintWhatItShows() {
    assertThat(Photo.of(new byte[] {1, 2})).hasToString("Photo[2 bytes]");
  }

  private static final class Zeros extends InputStream {
    @Override
    public int read() {
      return 0;
    }
  }
}
