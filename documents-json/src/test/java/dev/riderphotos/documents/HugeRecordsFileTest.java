package dev.riderphotos.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files that no memory would hold are generated while they are read. */
class HugeRecordsFileTest {
  private static final int READ_AHEAD = 1 << 16;
  private static final long MEGABYTE = 1 << 20;

  private static final String RECORD =
      """
      ,{"Bucket": "old-photos", "Key": "%1$d.jpg", "CollectionId": "riders-2", "Faces": [
        {"FaceId": "face-%1$d", "ImageId": "i",
         "BoundingBoxes": {"Width": 0.5, "Height": 0.5, "Left": 0, "Top": 0}}]}
      """;

  @Test
  void neverMoreThanOneRecordIsHeld() throws IOException {
    int records = 100_000;
    Generated in = new Generated(records, number -> RECORD.formatted(number));
    long number = 0;
    long told = 0;
    try (SeenFaces seen = new SeenFaces()) {
      RecordsFile file = new RecordsFile(in, null, seen);
      for (Optional<RecordLine> line = file.next(); line.isPresent(); line = file.next()) {
        assertThat(line.get()).isInstanceOf(RecordLine.Good.class);
        told += RECORD.formatted(number++).length();
        assertThat(file.position()).as("no byte beyond the record").isEqualTo(told - 1);
        assertThat(in.given() - file.position()).isBetween(0L, (long) READ_AHEAD);
      }
    }
    assertThat(told).isGreaterThan(15 * MEGABYTE);
  }

  @Test
  void ofARecordThatHasNoEndTheBeginningIsHeld() throws IOException {
    ArrayElements elements =
        new ArrayElements(
            new Generated(50, number -> number == 0 ? ",\"" : "x".repeat((int) MEGABYTE)),
            RecordsFile.MAX_RECORD);

    assertThatExceptionOfType(BrokenRecordsException.class)
        .isThrownBy(elements::next)
        .satisfies(broken -> assertThat(broken.position()).isGreaterThan(49 * MEGABYTE));
    assertThat(elements.tooLarge()).isTrue();
    assertThat(elements.bytes()).hasSize(RecordsFile.MAX_RECORD);
  }

  @Test
  void everyFaceIsRememberedHoweverManyThereAre() throws IOException {
    int faces = 50_000;
    Generated in = new Generated(2 * faces, number -> RECORD.formatted(number % faces));
    try (SeenFaces seen = new SeenFaces()) {
      RecordsFile file = new RecordsFile(in, null, seen);
      for (int number = 0; number < 2 * faces; number++) {
        assertThat(file.next().orElseThrow())
            .isInstanceOf(number < faces ? RecordLine.Good.class : RecordLine.Repeated.class);
      }
    }
  }

  @FunctionalInterface
  private interface Text {
    String of(long number);
  }

  /** The parts of a list, each of which begins with a comma. */
  private static final class Generated extends InputStream {
    private final long parts;
    private final Text text;
    private byte[] part = "[".getBytes(UTF_8);
    private int at;
    private long made;
    private long given;

    Generated(long parts, Text text) {
      this.parts = parts;
      this.text = text;
    }

    long given() {
      return given;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("one byte after the other takes too long");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == part.length) {
        if (made > parts) {
          return -1;
        }
        part =
            (made == parts ? "]" : made == 0 ? text.of(0).substring(1) : text.of(made))
                .getBytes(UTF_8);
        made++;
        at = 0;
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, target, offset, count);
      at += count;
      given += count;
      return count;
    }
  }
}
