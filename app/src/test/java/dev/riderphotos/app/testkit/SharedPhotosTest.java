package dev.riderphotos.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What our own engine makes of {@link SharedPhotos}. */
class SharedPhotosTest {
  private static final String DUPLICATE = "Face in the picture is already in the system. ";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @BeforeAll
  static void find() {
    assertThat(SharedPhotos.folder()).isDirectory();
  }

  @Test
  void aHappyFaceIsVerifiedOnce() {
    verify("user_a", "1_happy_face.jpg").isVerified();
    verify("user_a", "1_happy_face.jpg").isRejected(DUPLICATE);
    verify("user_b", "1_happy_face.jpg").isRejected(DUPLICATE);

    Answer thumbnail = SERVER.client().get("/v1/riders/user_a/thumbnail");
    assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(SERVER.client().get("/v1/riders/user_a").textAt("thumbnail/s3key"))
        .startsWith("riders/user_a/")
        .endsWith("/resized-1_happy_face.jpg");
  }

  @Test
  void whatTheWorkshopRefusesIsRefused() {
    verify("sunglasses", "2_sunglass_face.jpg").isRejected("Face is wearing sunglasses");
    verify("several", "3_multiple_faces.jpg").isRejected("Detected 3 faces in the photo.");
    verify("nobody", "4_no_face.jpg").isRejected("Detected 0 faces in the photo.");
    verify("both", "obama_and_biden.jpg").isRejected("Detected 2 faces in the photo.");
  }

  @Test
  void anotherPortraitOfAManIsADuplicateAndAnotherManIsNot() {
    verify("obama", "obama.jpg").isVerified();
    verify("obama2", "obama2.jpg").isRejected(DUPLICATE);
    verify("biden", "biden.jpg").isVerified();
  }

  @Test
  void everyFaceIsCutOut() {
    assertThat(extract("1_happy_face.jpg").listAt("crops")).hasSize(1);
    assertThat(extract("3_multiple_faces.jpg").listAt("crops")).hasSize(3);
    assertThat(extract("obama_and_biden.jpg").listAt("crops")).hasSize(2);
    assertThat(extract("4_no_face.jpg").textAt("status")).isEqualTo("NO_FACES");
  }

  private static Answer extract(String file) {
    return SERVER.client().send("POST", "/v1/extractions", "image/jpeg", SharedPhotos.bytes(file));
  }

  @Test
  void ofTwoMenTheOneWhoIsKnownIsNamed() {
    String key =
        SERVER
            .application()
            .get(CreateApiKey.class)
            .create("test", EnumSet.of(Scope.INDEX, Scope.SEARCH))
            .secret()
            .reveal();
    Map<String, String> headers = Map.of("x-api-key", key);
    Client client = SERVER.client();
    assertThat(
            client
                .send("PUT", "/v1/index/Barack-Obama.jpg", headers, SharedPhotos.bytes("obama.jpg"))
                .status())
        .isEqualTo(200);

    Answer found =
        client.send(
            "POST", "/v1/search?faces=all", headers, SharedPhotos.bytes("obama_and_biden.jpg"));

    assertThat(found.listAt("searches")).hasSize(2);
    assertThat(found.text()).containsOnlyOnce("\"name\":\"Barack obama\"");
  }

  private static Answer verify(String rider, String file) {
    Form form = new Form().file("photo", file, SharedPhotos.photo(file));
    return SERVER.client().post(Client.photoOf(rider) + "?wait=true", form);
  }
}
