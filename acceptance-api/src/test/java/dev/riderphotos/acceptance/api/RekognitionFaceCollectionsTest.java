package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.aws.rekognition.RekognitionFaceCollections;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.testkit.FaceCollectionsContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Collections on Rekognition's protocol, by our own endpoint's recognition. */
class RekognitionFaceCollectionsTest extends FaceCollectionsContract {
  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  @SuppressWarnings("NullAway.Init")
  private static RekognitionClient client;

  private final FaceCollections collections =
      new RekognitionFaceCollections(client, false, new ThumbnailatorThumbnailer(), List::of);

  @BeforeAll
  static void connect() {
    client = RekognitionClients.of(SERVER, AnonymousCredentialsProvider.create());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @AfterEach
  void deleteAll() {
    client.listCollectionsPaginator().collectionIds().stream()
        .map(CollectionId::new)
        .forEach(id -> assertThat(collections.delete(id)).isPresent());
  }

  @Override
  protected FaceCollections collections() {
    return collections;
  }

  @Test
  void whatIsNoIdOfRekognitionsIsNoFace() {
    CollectionId club = new CollectionId("club");
    FaceId odd = new FaceId("nobody");
    assertThat(collections.create(club)).isPresent();

    assertThat(collections.faces(club, List.of(odd)).orElseThrow().faces()).isEmpty();
    assertThat(collections.deleteFaces(club, List.of(odd)).orElseThrow()).isEmpty();
    assertThat(collections.search(club, odd, new Matching(80, 1))).isEmpty();
  }
}
