package dev.riderphotos.jpegturbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.imaging.JpegDecoder.Raster;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurboJpegTest {
  private static final byte[] JPEG = Portrait.of(Person.ADA).size(640, 480).jpeg();

  @Test
  void isKeptWhereItIsToBe(@TempDir Path folder) throws IOException {
    for (int start = 0; start < 2; start++) {
      SymbolLookup library = LeptonicaLibrary.load(Optional.of(folder));
      assertThat(library.find("jpeg_read_header")).isPresent();
      assertThat(folder).isDirectoryContaining("glob:**/libleptonica.so.6");
    }
  }

  @Test
  void leavesNothingBehindWhereItCannotBeKept(@TempDir Path home) throws IOException {
    Path noFolder = Files.writeString(home.resolve("file"), "");
    for (Optional<Path> folder : List.of(Optional.<Path>empty(), Optional.of(noFolder))) {
      assertThat(LeptonicaLibrary.load(folder).find("jpeg_read_header")).isPresent();
      assertNothingIsLeft();
    }
  }

  private static void assertNothingIsLeft() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("rider-photos-jpeg"));
    }
    assertThat(Path.of(System.getProperty("user.home"), ".javacpp")).doesNotExist();
  }

  @Test
  void doubtsWhatIsNotWhole() throws IOException {
    TurboJpeg turbo = TurboJpeg.load();
    assertThat(turbo.decode(begin(JPEG.length / 2), 1)).isNull();
    assertThat(turbo.decode(begin(JPEG.length - 100), 8)).isNull();
  }

  @Test
  void isUsedByManyAtOnce() throws Exception {
    TurboJpeg turbo = TurboJpeg.load();
    byte[] alone = decoded(turbo);
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<byte[]>> others =
          IntStream.range(0, 64).mapToObj(_ -> threads.submit(() -> decoded(turbo))).toList();
      for (Future<byte[]> other : others) {
        assertThat(Arrays.equals(other.get(), alone)).isTrue();
      }
    }
  }

  /** The photo's first bytes, in two pieces. */
  private static List<ByteBuffer> begin(int length) {
    return List.of(ByteBuffer.wrap(JPEG, 0, 300), ByteBuffer.wrap(JPEG, 300, length - 300));
  }

  private static byte[] decoded(TurboJpeg turbo) {
    try (Raster raster = Objects.requireNonNull(turbo.decode(begin(JPEG.length), 2))) {
      assertThat(raster.width()).isEqualTo(320);
      assertThat(raster.height()).isEqualTo(240);
      return raster.samples(0, 0, 320, 240);
    }
  }
}
