package dev.riderphotos.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten times the photos take hardly more memory: what is kept of them lies in the file. */
class MemoryTest {
  private static final int LENGTH = 4;

  private @TempDir Path folder;

  @Test
  void tenTimesThePhotosTakeHardlyMoreMemory() throws IOException {
    long few = heapInUse(2_000);
    long many = heapInUse(20_000);

    assertThat((double) many / few).isLessThan(1.2);
  }

  /** What cannot be collected when the first pairs are counted; the others would add nothing. */
  private long heapInUse(int photos) throws IOException {
    AtomicLong used = new AtomicLong();
    try (Photos file = Photos.open(folder.resolve("photos-" + photos), "faces-1", LENGTH)) {
      fill(file, photos);
      assertThatThrownBy(() -> Ruler.compare(file, Groups.none(), (_, _) -> stop(used)))
          .isInstanceOf(CancellationException.class);
    }
    return used.get();
  }

  private static void stop(AtomicLong used) {
    System.gc();
    used.compareAndSet(0, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    throw new CancellationException("Enough was counted");
  }

  private static void fill(Photos file, int photos) throws IOException {
    Random random = new Random(1);
    float[] descriptor = new float[LENGTH];
    for (int photo = 0; photo < photos; photo++) {
      for (int i = 0; i < LENGTH; i++) {
        descriptor[i] = random.nextFloat();
      }
      byte[] picture = ByteBuffer.allocate(4).putInt(photo).array();
      file.add("photo-" + photo, "person-" + photo / 2, picture, descriptor);
    }
  }
}
