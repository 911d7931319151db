package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.testkit.PhotoOpenerContract;
import org.junit.jupiter.api.Test;

class ImageIoPhotoOpenerTest extends PhotoOpenerContract {
  @Override
  protected PhotoOpener opener() {
    return new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);
  }

  @Test
  void refusesABudgetThatTheLargestPhotoWouldWaitForInVain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY - 1));
  }
}
