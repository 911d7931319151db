package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.engine.LoadedCollection.Near;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoadedCollectionTest {
  private static final CollectionId RIDERS = new CollectionId("riders");
  private static final int FACES = 60;

  @RegisterExtension private final Storage storage = new Storage();

  /** Two of them are always as near as each other. */
  @Test
  void whoeverWasNotSearchedForAtFirstComesAfterwards() {
    LoadedCollection collection = collections().findOrCreate(RIDERS, Engines.MODEL);
    collection.insert(IntStream.range(0, FACES).mapToObj(LoadedCollectionTest::face).toList());
    List<String> all = ids(collection, FACES);

    assertThat(all)
        .hasSize(FACES)
        .containsExactlyElementsOf(
            IntStream.range(0, FACES).mapToObj(LoadedCollectionTest::id).toList());
    for (int wanted : new int[] {1, 2, 3, 7, FACES - 1}) {
      assertThat(ids(collection, wanted)).isEqualTo(all);
    }
  }

  private static List<String> ids(LoadedCollection collection, int wanted) {
    return collection
        .near(new float[Engines.MODEL.length()], 1, wanted)
        .map(Near::face)
        .map(face -> face.id().value())
        .toList();
  }

  private LoadedCollections collections() {
    return new LoadedCollections(
        storage.database(), Instant::now, VectorFiles.of(storage.folder()), Engines::model);
  }

  private static DescribedFace face(int place) {
    float[] descriptor = new float[Engines.MODEL.length()];
    descriptor[5] = (place - place % 2) / 200f;
    IndexedFace face =
        new IndexedFace(
            new FaceId(id(place)),
            new ImageId("image-" + place),
            null,
            new BoundingBox(0, 0, 1, 1),
            99);
    return new DescribedFace(face, descriptor);
  }

  private static String id(int place) {
    return "face-" + place;
  }
}
