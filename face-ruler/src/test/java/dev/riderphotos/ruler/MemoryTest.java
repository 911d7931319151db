package dev.riderphotos.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
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

  /** What cannot be collected when half of the pairs are counted. */
  private long heapInUse(int photos) throws IOException {
    long[] used = new long[1];
    try (Photos file = Photos.open(folder.resolve("" + photos), "faces-1", LENGTH)) {
      fill(file, photos);
      Ruler.compare(
          file,
          Groups.none(),
          (done, total) -> {
            if (used[0] == 0 && done >= total / 2) {
              System.gc();
              used[0] = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            }
          });
    }
    return used[0];
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
