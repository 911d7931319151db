package dev.riderphotos.acceptance.api;

import static dev.riderphotos.app.testkit.RekognitionClients.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.SearchUsersResponse;
import software.amazon.awssdk.services.rekognition.model.UserStatus;

/** Users of collections as the SDK speaks of them. Every test has a collection of its own. */
class RekognitionUsersTest {
  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  @SuppressWarnings("NullAway.Init")
  private static RekognitionClient client;

  @BeforeAll
  static void connect() {
    client = RekognitionClients.of(SERVER, "any", "any");
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Test
  void aUserIsFoundByTheFacesThatAreTheirs() {
    var _ = client.createCollection(it -> it.collectionId("walk"));
    String ada = index("walk", Photos.of(Person.ADA));
    String later = index("walk", Photos.anotherOf(Person.ADA));
    var _ = client.createUser(it -> it.collectionId("walk").userId("ada"));

    AssociateFacesResponse associated =
        client.associateFaces(it -> it.collectionId("walk").userId("ada").faceIds(ada));

    assertThat(associated.associatedFaces())
        .extracting(AssociatedFace::faceId)
        .containsExactly(ada);
    assertThat(associated.userStatus()).isEqualTo(UserStatus.ACTIVE);
    SearchUsersResponse found = client.searchUsers(it -> it.collectionId("walk").faceId(later));
    assertThat(found.userMatches())
        .singleElement()
        .satisfies(match -> assertThat(match.user().userId()).isEqualTo("ada"));
  }

  private static String index(String collection, Photo photo) {
    return client
        .indexFaces(it -> it.collectionId(collection).image(bytes(photo)))
        .faceRecords()
        .getFirst()
        .face()
        .faceId();
  }
}
