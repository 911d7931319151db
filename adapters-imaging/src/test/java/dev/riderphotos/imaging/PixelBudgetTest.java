package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PixelBudgetTest {
  private static final byte[] PHOTO = Jpegs.of(Drawings.corners(100, 100));
  private static final int PIXELS = 100 * 100;

  @Test
  void isNeverExceededNorUsedUp() throws Exception {
    PixelBudget budget = new PixelBudget(3 * PIXELS);
    PhotoOpener opener = new ImageIoPhotoOpener(budget);
    AtomicInteger held = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    inParallel(
        () -> {
          try (Picture _ = opened(opener)) {
            most.accumulateAndGet(held.addAndGet(PIXELS), Math::max);
            Thread.onSpinWait();
            held.addAndGet(-PIXELS);
          }
        });
    assertThat(most.get()).isBetween(PIXELS, 3 * PIXELS);
    assertThat(budget.free()).isEqualTo(3 * PIXELS);
  }

  @Test
  void makesTheNextPhotoWaitForAPictureToBeClosed() throws Exception {
    PixelBudget budget = new PixelBudget(PIXELS);
    PhotoOpener opener = new ImageIoPhotoOpener(budget);
    Picture first = opened(opener);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Picture> second = threads.submit(() -> opened(opener));
      while (budget.waiting() == 0) {
        Thread.onSpinWait();
      }
      assertThat(second.isDone()).isFalse();
      first.close();
      second.get().close();
    }
    assertThat(budget.free()).isEqualTo(PIXELS);
  }

  @Test
  void isGivenBackOnceHoweverOftenAPictureIsClosed() {
    PixelBudget budget = new PixelBudget(2 * PIXELS);
    PhotoOpener opener = new ImageIoPhotoOpener(budget);
    Picture first = opened(opener);
    Picture second = opened(opener);
    first.close();
    first.close();
    assertThat(budget.free()).isEqualTo(PIXELS);
    second.close();
    assertThat(budget.free()).isEqualTo(2 * PIXELS);
  }

  @Test
  void isGivenBackWhenDecodingFails() {
    PixelBudget budget = new PixelBudget(PIXELS);
    byte[] cut = Arrays.copyOf(PHOTO, PHOTO.length - 10);
    assertThat(Drawings.refusal(new ImageIoPhotoOpener(budget), cut))
        .isEqualTo(PhotoProblem.UNREADABLE);
    assertThat(budget.free()).isEqualTo(PIXELS);
  }

  /** With nothing to spend: taking any would wait for ever. */
  @Test
  void isNotTouchedForWhatTheHeaderRefuses() {
    PhotoOpener opener = new ImageIoPhotoOpener(new PixelBudget(0));
    assertThat(Drawings.refusal(opener, Jpegs.claiming(PHOTO, 8000, 5000)))
        .isEqualTo(PhotoProblem.TOO_LARGE);
    assertThat(Drawings.refusal(opener, Jpegs.claiming(PHOTO, 60, 60)))
        .isEqualTo(PhotoProblem.TOO_SMALL);
    assertThat(Drawings.refusal(opener, Pngs.raw(30_000, 30_000, 8, 2, new byte[100])))
        .isEqualTo(PhotoProblem.TOO_LARGE);
  }

  private static void inParallel(Runnable task) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<? extends Future<?>> runs =
          IntStream.range(0, 400).mapToObj(_ -> threads.submit(task)).toList();
      for (Future<?> run : runs) {
        run.get();
      }
    }
  }

  private static Picture opened(PhotoOpener opener) {
    return ((Decoded) opener.open(Photo.of(PHOTO))).picture();
  }
}
