package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faces were moved to other collections, which have become live while the server runs. */
class LiveCollectionsApiTest {
  private static final CollectionId RIDERS = new CollectionId("rider-photos");
  private static final CollectionId NEXT_RIDERS = new CollectionId("next-riders");
  private static final CollectionId GALLERY = new CollectionId("gallery");
  private static final CollectionId NEXT_GALLERY = new CollectionId("next-gallery");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Client client;
  private Map<String, String> key;

  @BeforeEach
  void open() {
    client = SERVER.client();
    key =
        Map.of(
            "x-api-key",
            get(CreateApiKey.class).create("test", EnumSet.allOf(Scope.class)).secret().reveal());
  }

  @Test
  void aRidersFaceIsToldByItsPresentId() {
    Answer verified = client.verify("ada", Photos.of(Person.ADA)).isVerified();
    String before = verified.textAt("faceId");

    String moved = move(Role.RIDERS, RIDERS, NEXT_RIDERS, before, Photos.of(Person.ADA), "ada");

    assertThat(client.get("/v1/riders/ada").textAt("faceId")).isEqualTo(moved);
    String execution = "/v1/executions/" + verified.textAt("executionId");
    assertThat(client.get(execution).textAt("faceId")).isEqualTo(moved);
    assertThat(client.get(execution).text()).doesNotContain(before);
    client
        .verify("other", Photos.anotherOf(Person.ADA))
        .isRejected("Face in the picture is already in the system. ");
    client.verify("boris", Photos.of(Person.BORIS)).isVerified();

    assertThat(client.delete(Client.pathOf("ada")).status()).isEqualTo(200);
    assertThat(faces(RIDERS)).isEmpty();
    assertThat(faces(NEXT_RIDERS)).hasSize(1).doesNotContain(moved);
  }

  @Test
  void aFaceOfTheGalleryIsFoundUnderAnyId() {
    Photo photo = Photos.of(Person.ADA);
    String before =
        client.send("PUT", "/v1/index/Ada.jpg", key, photo.bytes()).textAt("faces/0/FaceId");

    String moved = move(Role.GALLERY, GALLERY, NEXT_GALLERY, before, photo, "Ada.jpg");

    for (String id : List.of(before, moved)) {
      Answer face = client.get("/v1/faces/" + id);
      assertThat(face.textAt("FaceId")).isEqualTo(moved);
      assertThat(face.textAt("label")).isEqualTo("Ada");
      assertThat(client.get("/v1/faces/" + id + "/crop").status()).isEqualTo(200);
    }
    assertThat(client.get("/v1/faces").listAt("faces")).hasSize(1);
    assertThat(client.delete("/v1/faces/" + before).status()).isEqualTo(200);
    assertThat(faces(GALLERY)).isEmpty();
    assertThat(faces(NEXT_GALLERY)).isEmpty();
  }

  @Test
  void whatIsLiveIsTold() {
    var _ = get(FaceCollections.class).create(NEXT_GALLERY);
    get(LiveCollections.class).switchOver(Role.GALLERY, GALLERY, NEXT_GALLERY);

    String riders = get(LiveCollections.class).of(Role.RIDERS).value();

    Answer info = client.send("GET", "/v1/info", key, new byte[0]);
    assertThat(info.textAt("aws/rekognition/collection_id")).isEqualTo("next-gallery");
    assertThat(info.textAt("live/gallery")).isEqualTo("next-gallery");
    assertThat(info.textAt("live/riders")).isEqualTo(riders);
    String told = "details/live face collections/details/";
    assertThat(client.health().textAt(told + "gallery")).isEqualTo("next-gallery");
    assertThat(client.health().textAt(told + "riders")).isEqualTo(riders);
    get(LiveCollections.class).switchOver(Role.GALLERY, NEXT_GALLERY, GALLERY);
  }

  /** As who moves a collection does it: the photo is indexed in the other one, under its name. */
  private String move(
      Role role, CollectionId from, CollectionId to, String face, Photo photo, String name) {
    get(LiveCollections.class).pair(role, to);
    return get(RegistrationTurn.class)
        .whileNobodyRegisters(
            () -> {
              FaceId moved = index(to, photo, name);
              get(FaceCounterparts.class).pair(from, new FaceId(face), to, moved);
              get(LiveCollections.class).switchOver(role, from, to);
              return moved.value();
            });
  }

  private FaceId index(CollectionId collection, Photo photo, String name) {
    FaceCollections collections = get(FaceCollections.class);
    var _ = collections.create(collection);
    try (Picture picture = ((Opened.Decoded) get(PhotoOpener.class).open(photo)).picture()) {
      NewFaces faces =
          new NewFaces(
              new FaceImage(picture, null), ExternalImageId.of(name), 1, QualityFilter.AUTO);
      return collections.index(collection, faces).orElseThrow().indexed().getFirst().face().id();
    }
  }

  private List<String> faces(CollectionId collection) {
    return get(FaceCollections.class).faces(collection, null, 100).orElseThrow().faces().stream()
        .map(IndexedFace::id)
        .map(FaceId::value)
        .toList();
  }

  private static <T> T get(Class<T> type) {
    return SERVER.application().get(type);
  }
}
