package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
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
class PictureMemoryTest {
  private static final byte[] PHOTO = Jpegs.of(Drawings.corners(100, 100));
  private static final long OPEN = 30 * 1024; // three bytes a pixel, in whole kilobytes
  private static final long DECODING = decoding();

  @Test
  void isNeverExceededNorUsedUp() throws Exception {
    PictureMemory memory = new PictureMemory(DECODING + 2 * OPEN);
    PhotoOpener opener = new ImageIoPhotoOpener(memory);
    AtomicInteger held = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    inParallel(
        () -> {
          try (Picture _ = opened(opener)) {
            most.accumulateAndGet(held.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            held.decrementAndGet();
          }
        });
    assertThat(most.get()).isBetween(1, (int) ((DECODING + 2 * OPEN) / OPEN));
    assertThat(memory.freeBytes()).isEqualTo(DECODING + 2 * OPEN);
  }

  @Test
  void makesTheNextPhotoWaitForAPictureToBeClosed() throws Exception {
    PictureMemory memory = new PictureMemory(DECODING);
    PhotoOpener opener = new ImageIoPhotoOpener(memory);
    Picture first = opened(opener);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Picture> second = threads.submit(() -> opened(opener));
      while (memory.waiting() == 0) {
        Thread.onSpinWait();
      }
      assertThat(second.isDone()).isFalse();
      first.close();
      second.get().close();
    }
    assertThat(memory.freeBytes()).isEqualTo(DECODING);
  }

  @Test
  void isGivenBackOnceHoweverOftenAPictureIsClosed() {
    PictureMemory memory = new PictureMemory(DECODING + OPEN);
    PhotoOpener opener = new ImageIoPhotoOpener(memory);
    Picture first = opened(opener);
    Picture second = opened(opener);
    assertThat(memory.freeBytes()).isEqualTo(DECODING - OPEN);
    first.close();
    first.close();
    assertThat(memory.freeBytes()).isEqualTo(DECODING);
    second.close();
    assertThat(memory.freeBytes()).isEqualTo(DECODING + OPEN);
  }

  @Test
  void isGivenBackWhenDecodingFails() {
    PictureMemory memory = new PictureMemory(DECODING);
    byte[] cut = Arrays.copyOf(PHOTO, PHOTO.length - 10);
    assertThat(Drawings.refusal(new ImageIoPhotoOpener(memory), cut))
        .isEqualTo(PhotoProblem.UNREADABLE);
    assertThat(memory.freeBytes()).isEqualTo(DECODING);
  }

  /** With nothing to spend: taking any would wait for ever. */
  @Test
  void isNotTouchedForWhatTheHeaderRefuses() {
    PhotoOpener opener = new ImageIoPhotoOpener(new PictureMemory(0));
    assertThat(Drawings.refusal(opener, Jpegs.claiming(PHOTO, 8000, 5000)))
        .isEqualTo(PhotoProblem.TOO_LARGE);
    assertThat(Drawings.refusal(opener, Jpegs.claiming(PHOTO, 60, 60)))
        .isEqualTo(PhotoProblem.TOO_SMALL);
    assertThat(Drawings.refusal(opener, Pngs.raw(30_000, 30_000, 8, 2, new byte[100])))
        .isEqualTo(PhotoProblem.TOO_LARGE);
  }

  /** A picture that would take more than there is at all is not waited for. */
  @Test
  void refusesWhatItWillNeverHold() {
    PhotoOpener opener = new ImageIoPhotoOpener(new PictureMemory(DECODING - 1024));
    assertThat(Drawings.refusal(opener, PHOTO)).isEqualTo(PhotoProblem.TOO_LARGE);
  }

  private static long decoding() {
    try {
      return Math.ceilDiv(new JpegImage(PHOTO).bytesToDecode(), 1024) * 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
