package dev.riderphotos.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final Bucket THUMBNAILS = Bucket.of("thumbnails");
  private static final Bucket PHOTOS = Bucket.of("photos").ownedBy(_ -> {});

  @Test
  void thereMayBeNone() {
    assertThat(Buckets.of(List.of()).names()).isEmpty();
  }

  @Test
  void theyAreInTheOrderOfTheirNames() {
    assertThat(Buckets.of(List.of(THUMBNAILS, PHOTOS)).list()).containsExactly(PHOTOS, THUMBNAILS);
  }

  @Test
  void watchedAreThoseThatHaveAnOwner() {
    assertThat(Buckets.of(List.of(THUMBNAILS, PHOTOS)).watched()).containsExactly(PHOTOS);
  }

  @Test
  void aSharedBucketIsOpenToPagesIfItIsForOneOfTheFeatures() {
    Buckets shared = Buckets.of(List.of(THUMBNAILS.openToPages(), THUMBNAILS));

    assertThat(shared.list()).containsExactly(THUMBNAILS.openToPages());
  }

  @Test
  void whoIsToldOfWhatArrivesSharesNoBucket() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Buckets.of(List.of(PHOTOS, Bucket.of("photos"))))
        .withMessageContaining("photos");
  }
}
