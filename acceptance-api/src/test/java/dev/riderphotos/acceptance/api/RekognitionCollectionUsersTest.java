package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.aws.rekognition.RekognitionCollectionUsers;
import dev.riderphotos.aws.rekognition.RekognitionFaceCollections;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.testkit.CollectionUsersContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Users on Rekognition's protocol, by our own endpoint's recognition. */
class RekognitionCollectionUsersTest extends CollectionUsersContract {
  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  @SuppressWarnings("NullAway.Init")
  private static RekognitionClient client;

  private final FaceCollections collections =
      new RekognitionFaceCollections(client, false, new ThumbnailatorThumbnailer(), List::of);
  private final CollectionUsers users =
      new RekognitionCollectionUsers(client, false, new ThumbnailatorThumbnailer());

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
  protected CollectionUsers users() {
    return users;
  }

  @Override
  protected FaceCollections collections() {
    return collections;
  }
}
