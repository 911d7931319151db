package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceOrigins.Origin;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TemporaryOriginsTest {
  private static final Origin ADA = new Origin(new PhotoRef("photos", "ada, \"A\".jpg"), null);
  private static final Origin BORIS = new Origin(new PhotoRef("photos", "é"), new UserId("boris"));

  @Test
  void eachFaceHasTheOriginThatWasAddedLast() throws IOException {
    try (TemporaryOrigins origins = TemporaryOrigins.open("It was not added")) {
      assertThat(origins.of(face("a"))).isEmpty();
      origins.add(new FaceId("a"), BORIS);
      origins.add(new FaceId("a"), ADA);
      origins.add(new FaceId("b"), BORIS);

      assertThat(origins.of(face("a"))).contains(ADA);
      assertThat(origins.of(face("b"))).contains(BORIS);
      assertThat(origins.of(face("c"))).isEmpty();
      assertThat(origins.reason()).isEqualTo("It was not added");
    }
  }

  private static IndexedFace face(String id) {
    BoundingBox box = new BoundingBox(0, 0, 1, 1);
    return new IndexedFace(new FaceId(id), new ImageId("i"), null, box, 99);
  }
}
