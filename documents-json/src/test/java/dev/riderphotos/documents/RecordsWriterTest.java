package dev.riderphotos.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.OddNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsWriterTest {
  private static final CollectionId NEW = new CollectionId("riders-2");
  private static final int RECORDS = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsWrittenIsReadAsItWas(long seed) throws IOException {
    List<ImageRecord> records = records(new Random(seed));

    byte[] file = written(records);

    assertThat(RecordsFile.count(new ByteArrayInputStream(file))).isEqualTo(RECORDS);
    assertThat(read(file)).isEqualTo(records.stream().map(this::good).toList());
  }

  @Test
  void noRecordsAreAnEmptyList() throws IOException {
    assertThat(written(List.of())).asString().isEqualTo("[]\n");
  }

  @Test
  void aFileThatIsNotFinishedIsBrokenOff() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (RecordsWriter writer = new RecordsWriter(file, NEW)) {
      writer.write(records(new Random(1)).getFirst());
    }

    assertThatExceptionOfType(BrokenRecordsException.class)
        .isThrownBy(() -> RecordsFile.count(new ByteArrayInputStream(file.toByteArray())))
        .satisfies(broken -> assertThat(broken.position()).isEqualTo(file.size()));
  }

  private RecordLine good(ImageRecord record) {
    return new RecordLine.Good(record, NEW);
  }

  private static byte[] written(List<ImageRecord> records) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (RecordsWriter writer = new RecordsWriter(file, NEW)) {
      for (ImageRecord record : records) {
        writer.write(record);
      }
      writer.finish();
    }
    return file.toByteArray();
  }

  private static List<RecordLine> read(byte[] file) throws IOException {
    List<RecordLine> lines = new ArrayList<>();
    try (SeenFaces seen = new SeenFaces()) {
      RecordsFile records = new RecordsFile(new ByteArrayInputStream(file), NEW, seen);
      for (Optional<RecordLine> line = records.next(); line.isPresent(); line = records.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  private static List<ImageRecord> records(Random random) {
    List<String> keys = OddNames.upTo(1000);
    List<ImageRecord> records = new ArrayList<>();
    for (int number = 0; number < RECORDS; number++) {
      List<ProvidedFace> faces = new ArrayList<>();
      for (int face = random.nextInt(8); face >= 0; face--) {
        faces.add(face(random, number + "-" + face));
      }
      String key = keys.get(random.nextInt(keys.size()));
      ExternalImageId external =
          random.nextBoolean() ? ExternalImageId.of("photo " + number) : null;
      records.add(new ImageRecord(new PhotoRef("old-photos", key), external, faces));
    }
    return records;
  }

  private static ProvidedFace face(Random random, String name) {
    return new ProvidedFace(
        new FaceId("face-" + name),
        new ImageId("image-" + random.nextInt()),
        user(random),
        new BoundingBox(
            random.nextBoolean() ? 0 : random.nextDouble() - 0.3,
            random.nextDouble() - 0.3,
            0.5 + random.nextDouble(),
            0.5 + random.nextDouble() * 1e-5));
  }

  private static @Nullable UserId user(Random random) {
    return random.nextBoolean() ? new UserId("user:" + random.nextInt()) : null;
  }
}
