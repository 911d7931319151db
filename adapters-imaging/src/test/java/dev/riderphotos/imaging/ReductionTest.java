package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoOpener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {
  @ParameterizedTest
  @CsvSource({
    "1200, 800, 960, 1",
    "970, 2204, 960, 1", // long and narrow
    "2000, 1500, 960, 2",
    "4000, 3000, 960, 4",
    "3000, 4000, 960, 4",
    "8944, 6708, 960, 8",
    "16384, 100, 960, 1",
    "16384, 3662, 960, 8",
    "1200, 800, 500, 2",
    "80, 80, 600, 1",
    "4000, 3000, 1, 8"
  })
  void leavesEnough(int width, int height, int enough, int reduction) {
    assertThat(Reduction.of(width, height, enough)).isEqualTo(reduction);
  }

  @ParameterizedTest
  @CsvSource({"5000, 5000, 1", "5001, 5000, 2", "8944, 6708, 2"})
  void leavesNoMoreThanAreTaken(int width, int height, int reduction) {
    assertThat(Reduction.of(width, height, PhotoOpener.WHOLE)).isEqualTo(reduction);
  }
}
