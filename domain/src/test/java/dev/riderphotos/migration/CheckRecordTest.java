package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckRecordTest {
  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final Faults faults = new Faults();
  private final CheckRecord checking = new CheckRecord(faults.around(PhotoStore.class, photos));
  private final ImageRecord record =
      new ImageRecord(
          new PhotoRef("old-photos", "ada.jpg"),
          null,
          List.of(
              new ProvidedFace(
                  new FaceId("f"), new ImageId("i"), null, new BoundingBox(0, 0, 0.5, 0.5))));

  @Test
  void aRecordWhosePhotoIsThereCanBeMoved() {
    photos.put(record.photo(), Photos.oneFace());

    assertThat(checking.check(record)).isEqualTo(new RecordCheck.Movable(record));
    assertThat(faults.calls()).noneMatch(call -> call.is(PhotoStore.class, "get"));
  }

  @Test
  void oneWhosePhotoIsMissingOrEmptyCannot() {
    assertRejected("S3 validation failed: Object does not exist");

    photos.put(record.photo(), Photo.of(new byte[0]));
    assertRejected("S3 validation failed: Object has zero bytes");
  }

  @Test
  void whatKeepsOnFailingIsTheRecordsReasonAndWhatMayPassIsNot() {
    faults.next(1, Fault.FINAL, call -> call.is(PhotoStore.class, "size"));
    assertThat(checking.check(record))
        .isInstanceOfSatisfying(
            RecordCheck.Rejected.class,
            rejected ->
                assertThat(rejected.reason()).startsWith("S3 validation failed: Could not"));

    faults.next(1, Fault.RETRYABLE, call -> call.is(PhotoStore.class, "size"));
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> checking.check(record));
  }

  private void assertRejected(String reason) {
    assertThat(checking.check(record)).isEqualTo(new RecordCheck.Rejected(record, reason));
  }
}
