package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosTest {
  private @TempDir Path data;

  @Test
  void aRunGoesOnWithWhatAnotherDescribed() throws IOException {
    List<Canned.Shot> shots = Canned.people(1, 30, 2);
    try (Photos photos = open()) {
      Canned.add(photos, shots.subList(0, 40));
    }

    try (Photos photos = open()) {
      assertThat(photos.takeOver(shots.get(39).key())).isTrue();
      assertThat(photos.takeOver(shots.get(40).key())).isFalse();
      Canned.add(photos, shots);
      assertThat(figures(photos)).isEqualTo(figuresOf(shots));
    }
  }

  @Test
  void aRecordThatWasCutShortIsDescribedAgain() throws IOException {
    List<Canned.Shot> shots = Canned.people(2, 30, 2);
    try (Photos photos = open()) {
      Canned.add(photos, shots);
    }
    cut(1);

    try (Photos photos = open()) {
      assertThat(photos.takeOver(shots.get(58).key())).isTrue();
      assertThat(photos.takeOver(shots.get(59).key())).isFalse();
      Canned.add(photos, shots);
      assertThat(figures(photos)).isEqualTo(figuresOf(shots));
    }
  }

  @Test
  void aRecordOfWhichOnlyTheLengthWasWrittenIsDescribedAgain() throws IOException {
    List<Canned.Shot> shots = Canned.people(3, 2, 2);
    try (Photos photos = open()) {
      Canned.add(photos, shots);
    }
    long whole = Files.size(file());
    cut(10);
    Files.write(file(), new byte[10], StandardOpenOption.APPEND);

    try (Photos photos = open()) {
      assertThat(Files.size(file())).isLessThan(whole);
      assertThat(photos.takeOver(shots.get(2).key())).isTrue();
      assertThat(photos.takeOver(shots.get(3).key())).isFalse();
    }
  }

  @Test
  void photosThatHaveGoneDoNotCount() throws IOException {
    List<Canned.Shot> shots = Canned.people(4, 30, 2);
    try (Photos photos = open()) {
      Canned.add(photos, shots);
    }

    try (Photos photos = open()) {
      Canned.add(photos, shots.subList(10, 60));
      assertThat(figures(photos)).isEqualTo(figuresOf(shots.subList(10, 60)));
    }
  }

  @Test
  void whatWasLeftOutIsKnownWithItsReason() throws IOException {
    try (Photos photos = open()) {
      photos.leaveOut("rubbish.jpg", 3);
      Canned.add(photos, Canned.people(5, 2, 1));
    }

    try (Photos photos = open()) {
      assertThat(photos.takeOver("rubbish.jpg")).isTrue();
      assertThat(photos.reason("rubbish.jpg")).isEqualTo(3);
      assertThat(photos.reason("person-0/0.jpg")).isZero();
      Canned.add(photos, Canned.people(5, 2, 1));
      assertThat(Ruler.compare(photos, Groups.none(), (_, _) -> {}).measurement().counts().photos())
          .isEqualTo(2);
    }
  }

  @Test
  void modelsHaveFilesOfTheirOwnAndAnotherLengthBeginsAnew() throws IOException {
    try (Photos photos = open();
        Photos other = Photos.open(folder(), "faces-2", Canned.LENGTH)) {
      Canned.add(photos, Canned.people(6, 2, 1));
      assertThat(other.takeOver("person-0/0.jpg")).isFalse();
    }

    try (Photos longer = Photos.open(folder(), "faces-1", Canned.LENGTH + 1)) {
      assertThat(longer.takeOver("person-0/0.jpg")).isFalse();
      assertThat(longer.model()).isEqualTo("faces-1");
      assertThat(longer.length()).isEqualTo(Canned.LENGTH + 1);
    }
  }

  @Test
  void theFileIsItsOwnersAndHasNoName() throws IOException {
    try (Photos photos = open()) {
      Canned.add(photos, Canned.people(7, 2, 1));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
          .isEqualTo("rwx------");
      assertThat(Files.readString(file(), ISO_8859_1)).contains("faces-1").doesNotContain("person");
    }
  }

  @Test
  void aFileThatOthersMayReadIsTakenFromThem() throws IOException {
    open().close();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aLinkInThePlaceOfTheFileIsNotFollowed() throws IOException {
    open().close();
    Path elsewhere = Files.writeString(data.resolve("elsewhere"), "precious");
    Path file = file();
    Files.delete(file);
    Files.createSymbolicLink(file, elsewhere);

    assertThatThrownBy(this::open).isInstanceOf(IOException.class);
    assertThat(elsewhere).hasContent("precious");
  }

  @Test
  void twoRunsDoNotMeasureOneModelAtOnce() throws IOException {
    try (Photos _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Another run is measuring this model: wait for it, or end it and start again");
    }
  }

  @Test
  void whatIsDeletedIsGone() throws IOException {
    try (Photos photos = open()) {
      Canned.add(photos, Canned.people(8, 2, 1));
      photos.delete();
    }

    try (Stream<Path> left = Files.list(folder())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void descriptorsThatCannotBeAreRefused() throws IOException {
    float[] broken = new float[Canned.LENGTH];
    broken[3] = Float.NaN;
    try (Photos photos = open()) {
      assertThatThrownBy(() -> photos.add("a", "b", bytes(), broken))
          .hasMessage("The descriptor has a number that is not finite");
      assertThatThrownBy(() -> photos.add("a", "b", bytes(), new float[3]))
          .hasMessage("The descriptor has 3 numbers instead of 16");
      assertThatThrownBy(() -> photos.leaveOut("a", 0)).hasMessageContaining("not 0");
      assertThat(photos.takeOver("a")).isFalse();
    }
    assertThatThrownBy(() -> Photos.open(folder(), "faces-1", 2049))
        .hasMessage("A descriptor has 1 to 2,048 numbers, not 2049");
  }

  @Test
  void aPhotoIsDescribedOnce() throws IOException {
    try (Photos photos = open()) {
      photos.add("a", "b", bytes(), new float[Canned.LENGTH]);
      assertThatThrownBy(() -> photos.add("a", "b", bytes(), new float[Canned.LENGTH]))
          .hasMessage("The photo is known already: a");
    }
  }

  private Photos open() throws IOException {
    return Photos.open(folder(), "faces-1", Canned.LENGTH);
  }

  private Path folder() {
    return data.resolve("models").resolve("measure");
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.findFirst().orElseThrow();
    }
  }

  private void cut(int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
  }

  private Measurement figuresOf(List<Canned.Shot> shots) throws IOException {
    try (Photos photos = Photos.open(data.resolve("whole"), "faces-1", Canned.LENGTH)) {
      Canned.add(photos, shots);
      return figures(photos);
    }
  }

  private static Measurement figures(Photos photos) throws IOException {
    return Ruler.compare(photos, Groups.none(), (_, _) -> {}).measurement();
  }

  private static byte[] bytes() {
    return "picture".getBytes(UTF_8);
  }
}
