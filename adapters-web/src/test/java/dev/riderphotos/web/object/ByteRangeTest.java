package dev.riderphotos.web.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
  private final Random random = new Random(11);

  @Test
  void aPartLiesWithinItsWhole() {
    for (int round = 0; round < 20_000; round++) {
      long size = 1L + random.nextInt(50);
      long first = random.nextInt(60);
      long last = random.nextInt(60);

      ByteRange both = of("bytes=%d-%d".formatted(first, last), size);

      if (first > last) {
        assertThat(both).isEqualTo(new ByteRange.Whole());
      } else if (first >= size) {
        assertThat(both).isEqualTo(new ByteRange.OutOfBounds());
      } else {
        assertThat(both).isEqualTo(new ByteRange.Part(first, Math.min(last, size - 1)));
      }
      assertThat(of("bytes=%d-".formatted(first), size))
          .isEqualTo(
              first < size ? new ByteRange.Part(first, size - 1) : new ByteRange.OutOfBounds());
      assertThat(of("bytes=-%d".formatted(last), size))
          .isEqualTo(
              last == 0
                  ? new ByteRange.OutOfBounds()
                  : new ByteRange.Part(Math.max(0, size - last), size - 1));
    }
  }

  @Test
  void whateverStandsThereIsAnswered() {
    String pieces = "bytes=-0123456789, ";
    for (int round = 0; round < 50_000; round++) {
      StringBuilder header = new StringBuilder(random.nextBoolean() ? "bytes=" : "");
      for (int i = random.nextInt(50); i > 0; i--) {
        header.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      if (of(header.toString(), 100) instanceof ByteRange.Part(long first, long last)) {
        assertThat(first).as(header.toString()).isBetween(0L, last);
        assertThat(last).as(header.toString()).isLessThan(100);
      }
    }
  }

  @Test
  void aSliceHasItsBytesAndNoMore() throws IOException {
    for (int round = 0; round < 2_000; round++) {
      byte[] whole = new byte[1 + random.nextInt(100)];
      random.nextBytes(whole);
      int length = random.nextInt(whole.length + 1);
      int skipped = random.nextInt(length + 1);
      try (Slice slice = new Slice(new ByteArrayInputStream(whole), length)) {
        slice.skipNBytes(skipped);
        int one = slice.read();
        byte[] rest = slice.readAllBytes();
        byte[] expected = Arrays.copyOfRange(whole, skipped, length);
        assertThat(one).isEqualTo(expected.length == 0 ? -1 : expected[0] & 0xFF);
        assertThat(rest)
            .isEqualTo(Arrays.copyOfRange(expected, Math.min(1, expected.length), expected.length));
        assertThat(slice.read()).isEqualTo(-1);
        assertThat(slice.skip(1)).isZero();
      }
    }
  }

  private static ByteRange of(String header, long size) {
    return ByteRange.of(Optional.of(header), size);
  }
}
