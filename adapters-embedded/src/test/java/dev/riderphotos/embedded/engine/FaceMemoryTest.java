package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Blocks of faces are what memory is taken in: there is room for two of them. */
class FaceMemoryTest {
  private static final long OTHERS = 384L << 20;
  private static final int BLOCK = 1024;
  private static final CollectionId RIDERS = new CollectionId("riders");
  private static final CollectionId FRIENDS = new CollectionId("friends");
  private static final CollectionId STRANGERS = new CollectionId("strangers");

  @RegisterExtension private final Storage storage = new Storage();

  @Test
  void whatDoesNotFitIsRefusedBeforeItIsWritten() {
    LoadedCollections collections = withRoomFor(2 * BLOCK);
    insert(collections, RIDERS, 2 * BLOCK);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> insert(collections, RIDERS, 1))
        .withMessageContaining("all else 384 MB")
        .withMessageContaining("RIDER_PHOTOS_HEAP=386m")
        .matches(refusal -> !refusal.retryable());
    assertThat(collections.find(RIDERS).orElseThrow().size()).isEqualTo(2 * BLOCK);
    assertThat(collections.describe(RIDERS).orElseThrow().faces()).isEqualTo(2 * BLOCK);
  }

  @Test
  void thereIsRoomAgainForWhatIsDeleted() {
    LoadedCollections collections = withRoomFor(2 * BLOCK);
    insert(collections, RIDERS, 2 * BLOCK);
    assertThat(collections.delete(RIDERS)).isPresent();

    insert(collections, FRIENDS, 2 * BLOCK);

    assertThat(collections.find(FRIENDS).orElseThrow().size()).isEqualTo(2 * BLOCK);
  }

  @Test
  void aCollectionThatWasNotUsedForLongestMakesRoom() {
    LoadedCollections collections = withRoomFor(2 * BLOCK);
    insert(collections, FRIENDS, BLOCK);
    insert(collections, RIDERS, BLOCK);
    insert(collections, STRANGERS, BLOCK);
    insert(collections, STRANGERS, 1);

    for (CollectionId id : List.of(FRIENDS, RIDERS)) {
      assertThat(collections.find(id).orElseThrow().size()).isEqualTo(BLOCK);
    }
    assertThat(collections.find(STRANGERS).orElseThrow().size()).isEqualTo(BLOCK + 1);
  }

  @Test
  void whatIsNeededAtOnceIsCountedBeforeItIsRead() {
    LoadedCollections ample = withRoomFor(100 * BLOCK);
    insert(ample, RIDERS, 2 * BLOCK);
    insert(ample, FRIENDS, 1);
    LoadedCollections collections = withRoomFor(2 * BLOCK);

    assertThatCode(() -> collections.requireRoom(Set.of(RIDERS, STRANGERS)))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> collections.requireRoom(Set.of(RIDERS, FRIENDS)))
        .withMessageContaining("RIDER_PHOTOS_HEAP=386m");
  }

  @Test
  void aCollectionThatCannotBeReadTakesNoMemory() {
    insert(withRoomFor(100 * BLOCK), RIDERS, 3 * BLOCK);
    LoadedCollections collections = withRoomFor(2 * BLOCK);

    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> collections.find(RIDERS));

    insert(collections, FRIENDS, 2 * BLOCK);
    assertThat(collections.find(FRIENDS).orElseThrow().size()).isEqualTo(2 * BLOCK);
  }

  @Test
  void usersWithFacesTakeMemoryToo() {
    long faces = FaceVectors.bytesOf(BLOCK, BaseModel.LENGTH);
    LoadedCollections little = withRoomFor(faces);
    insert(little, RIDERS, BLOCK);
    assertThat(associateAFace(little, "ada")).isInstanceOf(BackendException.class);
    LoadedCollections collections = withRoomFor(faces + UserMeans.bytesOf(1, BaseModel.LENGTH));

    assertThat(associateAFace(collections, "boris")).isNull();

    assertThatCode(() -> collections.requireRoom(Set.of(RIDERS))).doesNotThrowAnyException();
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> withRoomFor(faces).requireRoom(Set.of(RIDERS)));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> withRoomFor(faces).find(RIDERS));
  }

  /** Returns what it was refused with. */
  private static @Nullable Throwable associateAFace(LoadedCollections collections, String name) {
    CollectionUsers users = new EngineCollectionUsers(collections, Engines::of);
    UserId user = new UserId(name);
    FaceId face = firstOf(collections);
    assertThat(users.create(RIDERS, user, null)).isInstanceOf(UserChange.Done.class);
    return catchThrowable(
        () -> users.associate(RIDERS, new UserFaces(user, List.of(face)), 0, null));
  }

  private LoadedCollections withRoomFor(int faces) {
    return withRoomFor(FaceVectors.bytesOf(faces, BaseModel.LENGTH));
  }

  private LoadedCollections withRoomFor(long bytes) {
    FaceMemory memory = new FaceMemory(OTHERS + bytes, OTHERS);
    return new LoadedCollections(storage.database(), () -> Instant.EPOCH, memory, Engines::model);
  }

  private static FaceId firstOf(LoadedCollections collections) {
    return collections.find(RIDERS).orElseThrow().faces().after(0, 1).getFirst().face().id();
  }

  private static void insert(LoadedCollections collections, CollectionId id, int faces) {
    List<DescribedFace> described = IntStream.range(0, faces).mapToObj(_ -> face()).toList();
    boolean _ =
        collections.write(
            () -> {
              collections.findOrCreate(id, Engines.MODEL).insert(described);
              return true;
            });
  }

  private static DescribedFace face() {
    String id = UUID.randomUUID().toString();
    IndexedFace face =
        new IndexedFace(new FaceId(id), new ImageId(id), null, new BoundingBox(0, 0, 1, 1), 99);
    return new DescribedFace(face, new float[BaseModel.LENGTH]);
  }
}
