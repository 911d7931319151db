package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Photos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Named photos over HTTP, by the real engine. */
class GalleryApiTest {
  private static final String PAGE = "https://gallery.example.com";

  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              "cors.origins",
              PAGE,
              "gallery.lease",
              "2m",
              "rekognition.access-keys",
              "AKIDEXAMPLE:verysecret"));

  private static final CollectionId GALLERY = new CollectionId("gallery");

  private final Client client = SERVER.client();
  private final String key = key(EnumSet.allOf(Scope.class));

  @AfterEach
  void empty() {
    collections()
        .faces(GALLERY, null, 1000)
        .ifPresent(
            page -> {
              for (IndexedFace face : page.faces()) {
                Answer _ = client.delete("/v1/faces/" + face.id());
              }
            });
  }

  @Test
  void aPhotoIsIndexedUnderItsNameAndStored() {
    Photo photo = Photos.of(Person.ADA);

    Answer indexed = index("Keanu-Reeves.jpg", photo);

    assertThat(indexed.status()).as(indexed.text()).isEqualTo(200);
    assertThat(indexed.textAt("filename")).isEqualTo("Keanu-Reeves.jpg");
    assertThat(indexed.textAt("s3bucket")).isEqualTo("gallery");
    assertThat(indexed.textAt("s3key")).isEqualTo("Keanu-Reeves.jpg");
    assertThat(indexed.listAt("unindexed")).isEmpty();
    assertThat(keysAt(indexed, "faces/0"))
        .containsExactlyInAnyOrder(
            "FaceId",
            "BoundingBox",
            "ImageId",
            "ExternalImageId",
            "Confidence",
            "IndexFacesModelVersion");
    assertThat(stored("Keanu-Reeves.jpg")).contains(photo);
    Answer face = client.get("/v1/faces/" + indexed.textAt("faces/0/FaceId"));
    assertThat(keysAt(face, "BoundingBox"))
        .containsExactlyInAnyOrder("Width", "Height", "Left", "Top");
    assertThat(face.textAt("ExternalImageId")).isEqualTo("Keanu-Reeves.jpg");
    assertThat(face.textAt("label")).isEqualTo("Keanu reeves");
    assertThat(face.textAt("bucket")).isEqualTo("gallery");
    assertThat(face.textAt("key")).isEqualTo("Keanu-Reeves.jpg");
    assertThat(keysAt(face, "metadata")).isEmpty();
  }

  @Test
  void everyFaceOfAPhotoIsOneRecord() {
    Answer three = index("Ada-Boris-Clara.jpg", Photos.jpeg(together()));
    Answer nobody = index("nobody.jpg", Photos.nobody());

    assertThat(three.listAt("faces")).hasSize(3);
    assertThat(nobody.status()).isEqualTo(200);
    assertThat(nobody.listAt("faces")).isEmpty();
    Answer list = client.get("/v1/faces?limit=2");
    assertThat(list.listAt("faces")).hasSize(2);
    Answer rest = client.get("/v1/faces?limit=2&cursor=" + list.textAt("next"));
    assertThat(rest.listAt("faces")).hasSize(1);
    assertThat(rest.at("next")).isNull();
    for (String place : List.of("faces/0", "faces/1")) {
      assertThat(list.textAt(place + "/ExternalImageId")).isEqualTo("Ada-Boris-Clara.jpg");
    }
  }

  @Test
  void aSearchAnswersAsTheReference() {
    Answer _ = index("Keanu-Reeves.jpg", Photos.of(Person.ADA));
    Answer _ = index("keanu_reeves.PNG", Photos.jpeg(Portrait.of(Person.ADA).take(1)));
    Answer _ = index("Somebody-Else.jpg", Photos.of(Person.BORIS));

    Answer found = search("", Photos.jpeg(Portrait.of(Person.ADA).take(2)));

    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(keysAt(found, "")).containsExactlyInAnyOrder("faces", "matchedFaces");
    assertThat(keysAt(found, "faces"))
        .containsExactlyInAnyOrder(
            "SearchedFaceBoundingBox", "SearchedFaceConfidence", "FaceMatches", "FaceModelVersion");
    assertThat(keysAt(found, "faces/FaceMatches/0"))
        .containsExactlyInAnyOrder("Similarity", "Face");
    assertThat(found.listAt("matchedFaces").toString()).isEqualTo("[Keanu reeves, Keanu reeves]");
    assertThat(number(found, "faces/FaceMatches/0/Similarity"))
        .isGreaterThanOrEqualTo(number(found, "faces/FaceMatches/1/Similarity"));
    assertThat(number(found, "faces/FaceMatches/1/Similarity")).isGreaterThanOrEqualTo(80);
  }

  @Test
  void nobodyIsNoMatch() {
    Answer found = search("", Photos.of(Person.PABLO));

    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(found.listAt("faces/FaceMatches")).isEmpty();
    assertThat(found.listAt("matchedFaces")).isEmpty();
  }

  @Test
  void everyFaceOfAPhotoMayBeSearchedFor() {
    Answer _ = index("ada.jpg", Photos.of(Person.ADA));
    Answer _ = index("clara.jpeg", Photos.of(Person.CLARA));

    Answer found = search("?faces=all", Photos.jpeg(together().take(1)));

    assertThat(found.listAt("searches")).hasSize(3);
    assertThat(names(found)).containsExactlyInAnyOrder("Ada", "Clara");
    assertThat(found.at("searches/0/boundingBox"))
        .isEqualTo(found.at("faces/SearchedFaceBoundingBox"));
  }

  @Test
  void aFaceWithoutARecordIsAMatchWithoutAName() {
    Answer _ = index("ada.jpg", Photos.of(Person.ADA));
    String stranger = indexPast("past-the-gallery", Portrait.of(Person.ADA).take(1));

    Answer found = search("", Photos.jpeg(Portrait.of(Person.ADA).take(2)));

    assertThat(found.listAt("faces/FaceMatches")).hasSize(2);
    assertThat(found.listAt("matchedFaces").toString()).isEqualTo("[Ada]");
    assertThat(client.get("/v1/faces/" + stranger).at("key")).isNull();
    client.get("/v1/faces/" + stranger + "/crop").isProblem(404);
    Answer deleted = client.delete("/v1/faces/" + stranger);
    assertThat(deleted.at("undo")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/plain",
    "'', application/octet-stream",
    "'', application/x-www-form-urlencoded",
    "'', application/json",
    "'', multipart/form-data; boundary=x",
    "'', ''",
    "base64, text/plain",
    "base64, ''",
    "lines, application/octet-stream",
    "url, text/plain",
    "url, image/jpeg",
    "url behind a line, text/plain",
    "url behind a mark, text/plain",
    "url as JSON, application/json",
    "url of bytes, text/plain"
  })
  void aPhotoMayComeInManyWays(String way, String type) {
    byte[] photo = Photos.of(Person.DAVID).bytes();
    String url = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photo);
    byte[] body =
        switch (way) {
          case "base64" -> Base64.getEncoder().encode(photo);
          case "lines" -> Base64.getMimeEncoder().encode(photo);
          case "url" -> url.getBytes(UTF_8);
          case "url behind a line" -> ("\r\n " + url).getBytes(UTF_8);
          case "url behind a mark" -> ("\ufeff" + url).getBytes(UTF_8);
          case "url as JSON" -> ('"' + url.replace("/", "\\/") + '"').getBytes(UTF_8);
          case "url of bytes" ->
              ("data:," + URLEncoder.encode(new String(photo, ISO_8859_1), ISO_8859_1))
                  .replace("+", "%20")
                  .getBytes(UTF_8);
          default -> photo;
        };
    Map<String, String> headers = headers(type);

    Answer indexed = client.send("PUT", "/v1/index/david.jpg", headers, body);

    assertThat(indexed.listAt("faces")).hasSize(1);
    assertThat(stored("david.jpg").orElseThrow().bytes()).isEqualTo(photo);
    for (String method : List.of("POST", "PUT")) {
      assertThat(client.send(method, "/v1/search", headers, body).listAt("matchedFaces").toString())
          .isEqualTo("[David]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.jpg",
        "team/2026/ada.jpg",
        "ada (1).jpg",
        "Zoë & Ünal.jpg",
        "100%.jpg",
        "%2F.jpg",
        "a+b.jpg",
        "..",
        "b64:YQ",
        "☕"
      })
  void anyFileNameIsIndexable(String name) {
    Answer indexed = index(name, Photos.of(Person.ELENA));

    assertThat(indexed.textAt("filename")).isEqualTo(name);
    assertThat(indexed.textAt("faces/0/ExternalImageId")).matches("[a-zA-Z0-9_.\\-:]{1,255}");
    assertThat(stored(name)).isPresent();
    assertThat(search("", Photos.of(Person.ELENA)).listAt("matchedFaces").toString())
        .isEqualTo("[" + new PhotoName(name).label() + "]");
    assertThat(
            client
                .send("DELETE", "/v1/index/" + encoded(name), headers(""), new byte[0])
                .at("faces"))
        .isEqualTo(1);
    assertThat(stored(name)).isEmpty();
  }

  @Test
  void aSlashNeedNotBeEncoded() {
    Answer indexed =
        client.send("PUT", "/v1/index/team/ada.jpg", headers(""), Photos.of(Person.ADA).bytes());

    assertThat(indexed.textAt("s3key")).isEqualTo("team/ada.jpg");
  }

  @Test
  void metadataIsKeptWithTheFaces() {
    Map<String, String> headers = headers("");
    headers.put("X-Amz-Meta-Name", "Ada L.");
    headers.put("x-amz-meta-year", "1843");

    Answer indexed =
        client.send("PUT", "/v1/index/ada.jpg", headers, Photos.of(Person.ADA).bytes());
    Answer face = client.get("/v1/faces/" + indexed.textAt("faces/0/FaceId"));

    assertThat(face.at("metadata")).isEqualTo(Map.of("name", "Ada L.", "year", "1843"));
    headers.put("x-amz-meta-long", "x".repeat(2048));
    client.send("PUT", "/v1/index/ada.jpg", headers, Photos.of(Person.ADA).bytes()).isProblem(400);
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë ☕, Zoë ☕",
    "=?UTF-8?B?Wm/Dqw==?=, Zoë",
    "=?utf-8?Q?Zo=C3=AB_K=2E?=, Zoë K.",
    "=?ISO-8859-1?Q?Zo=EB?=, Zoë",
    "=?UTF-8?B?Wm/Dqw==?= =?UTF-8?B?IEs=?=, Zoë K",
    "=?unknown?B?Wm/Dqw==?=, =?unknown?B?Wm/Dqw==?=",
    "a=?b?=c, a=?b?=c"
  })
  void metadataKeepsItsAccents(String sent, String kept) {
    assertThat(metadata(sent.getBytes(UTF_8))).startsWith("HTTP/1.1 200 ");

    Answer faces = client.get("/v1/faces?limit=1000");
    assertThat(faces.text()).contains("\"metadata\":{\"name\":\"" + kept + "\"}");
  }

  @Test
  void metadataThatIsNotInUtf8IsInLatin1AndHasNoControlCharacters() {
    assertThat(metadata("Zoë".getBytes(ISO_8859_1))).startsWith("HTTP/1.1 200 ");
    assertThat(client.get("/v1/faces?limit=1000").text()).contains("{\"name\":\"Zoë\"}");
    assertThat(metadata("=?UTF-8?B?AAo=?=".getBytes(UTF_8))).startsWith("HTTP/1.1 400 ");
  }

  /** As it stands in a header: the client at hand sends no more than ASCII. */
  private String metadata(byte[] name) {
    byte[] photo = Photos.of(Person.ADA).bytes();
    String head =
        """
        PUT /v1/index/zoe.jpg HTTP/1.1
        Host: localhost
        X-Api-Key: %s
        X-Amz-Meta-Name: %s
        Content-Length: %d
        Connection: close

        """
            .formatted(key, new String(name, ISO_8859_1), photo.length);
    return client.exchange(head, photo);
  }

  @Test
  void indexingANameAgainReplacesItsPhotoAndFaces() {
    Answer first = index("who.jpg", Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS)));
    Photo later = Photos.of(Person.CLARA);

    Answer second = index("who.jpg", later);

    assertThat(stored("who.jpg")).contains(later);
    assertThat(faceIds()).containsExactly(second.textAt("faces/0/FaceId"));
    client.get("/v1/faces/" + first.textAt("faces/0/FaceId")).isProblem(404);
    assertThat(search("", Photos.of(Person.ADA)).listAt("faces/FaceMatches")).isEmpty();
    assertThat(search("", Photos.of(Person.CLARA)).listAt("matchedFaces")).hasSize(1);
    assertThat(gallery().find(new PhotoName("who.jpg")).orElseThrow().finished()).isTrue();
  }

  @Test
  void theSamePhotoAgainKeepsItsFaces() {
    Photo photo = Photos.jpeg(together());
    Answer first = index("same.jpg", photo);

    assertThat(index("same.jpg", photo).text()).isEqualTo(first.text());

    assertThat(faceIds()).hasSize(3);
  }

  @Test
  void ofManyPhotosOfOneNameAtOnceOneStays() {
    List<Person> people = List.of(Person.ADA, Person.BORIS, Person.CLARA, Person.DAVID);

    List<Answer> answers =
        Concurrently.call(people.size(), number -> index("one.jpg", Photos.of(people.get(number))));

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    Photo photo = stored("one.jpg").orElseThrow();
    assertThat(faceIds()).hasSize(1);
    assertThat(search("", photo).listAt("matchedFaces")).hasSize(1);
    byte[] crop = client.get("/v1/faces/" + faceIds().getFirst() + "/crop").body();
    assertThat(crop).isNotEmpty();
  }

  @Test
  void aFaceIsCutOutOfItsPhoto() throws IOException {
    Photo photo = Photos.jpeg(Portrait.of(Person.ADA));
    String face = index("ada.jpg", photo).textAt("faces/0/FaceId");

    Answer crop = client.get("/v1/faces/" + face + "/crop");

    assertThat(crop.header("Content-Type")).isEqualTo("image/png");
    double width = number(client.get("/v1/faces/" + face), "BoundingBox/Width");
    assertThat(ImageIO.read(new ByteArrayInputStream(crop.body())).getWidth())
        .isEqualTo((int) Math.floor(width * 800));
  }

  @Test
  void aDeletedFaceIsGoneAndMayBeRestored() {
    Photo photo = Photos.jpeg(together());
    Answer indexed = index("three.jpg", photo);
    String face = indexed.textAt("faces/0/FaceId");
    String other = indexed.textAt("faces/1/FaceId");

    Answer deleted = client.delete("/v1/faces/" + face);
    assertThat(client.delete("/v1/faces/" + other).status()).isEqualTo(200);

    client.delete("/v1/faces/" + face).isProblem(404);
    client.get("/v1/faces/" + face).isProblem(404);
    assertThat(faceIds()).hasSize(1).doesNotContain(face, other);
    assertThat(matched(photo)).isEqualTo(1);

    Answer restored = client.send("POST", deleted.textAt("undo"), "", new byte[0]);
    assertThat(restored.status()).as(restored.text()).isEqualTo(200);
    assertThat(restored.at("BoundingBox")).isEqualTo(indexed.at("faces/0/BoundingBox"));
    assertThat(faceIds()).hasSize(2).doesNotContain(other);
    assertThat(matched(photo)).isEqualTo(2);
    client.send("POST", deleted.textAt("undo"), "", new byte[0]).isProblem(404);
  }

  @Test
  void whatWasReplacedCannotBeRestored() {
    String face = index("ada.jpg", Photos.of(Person.ADA)).textAt("faces/0/FaceId");
    Answer deleted = client.delete("/v1/faces/" + face);
    Answer _ = index("ada.jpg", Photos.of(Person.BORIS));

    client.send("POST", deleted.textAt("undo"), "", new byte[0]).isProblem(404);
    assertThat(faceIds()).hasSize(1);
  }

  @Test
  void aMatchThatIsWrongIsLeftOutUntilThatIsTakenBack() {
    String ada = index("Ada.jpg", Photos.of(Person.ADA)).textAt("faces/0/FaceId");
    Answer _ = index("Ada-2.jpg", Photos.jpeg(Portrait.of(Person.ADA).take(1)));
    Photo photo = Photos.jpeg(Portrait.of(Person.ADA).take(2));
    String searched = search("?faces=all", photo).textAt("searches/0/id");
    String match = "/v1/searches/" + searched + "/matches/" + ada;

    Answer told = client.delete(match);

    assertThat(told.text()).contains("\"remembered\":true", "Ada");
    assertThat(search("", photo).listAt("matchedFaces").toString()).isEqualTo("[Ada 2]");
    assertThat(search("?faces=all", photo).textAt("searches/0/name")).isEqualTo("Ada 2");
    assertThat(search("", Photos.jpeg(Portrait.of(Person.ADA).take(3))).listAt("matchedFaces"))
        .as("another picture")
        .hasSize(2);
    assertThat(index("Ada.jpg", Photos.of(Person.ADA)).textAt("faces/0/FaceId")).isEqualTo(ada);
    assertThat(search("", photo).listAt("matchedFaces")).hasSize(1);

    assertThat(client.send("PUT", match, "", new byte[0]).text()).contains("\"remembered\":false");
    assertThat(search("", photo).listAt("matchedFaces")).hasSize(2);
    client.delete("/v1/searches/" + searched + "/matches/nobody").isProblem(404);
    client.delete("/v1/searches/x/matches/" + ada).isProblem(400);
  }

  @Test
  void whatIsWrongWithAPhotoIsSaid() {
    byte[] large = Arrays.copyOf(Photos.of(Person.ADA).bytes(), 10 * 1024 * 1024 + 1);
    for (Answer answer :
        List.of(search("", Photos.nobody()), search("?faces=all", Photos.nobody()))) {
      assertThat(answer.isProblem(422).textAt("code")).isEqualTo("NO_FACE");
    }
    search("", Photo.of("GIF89a".getBytes(UTF_8))).isProblem(415);
    search("", Photo.of("hello world".getBytes(UTF_8))).isProblem(415);
    search("", Photo.of(new byte[0])).isProblem(400);
    search("", Photos.truncated()).isProblem(422);
    search("", Photos.tooSmall()).isProblem(422);
    search("", Photo.of(large)).isProblem(413);
    index("bad.jpg", Photos.truncated()).isProblem(422);
    assertThat(stored("bad.jpg")).isEmpty();
    index("a".repeat(189), Photos.of(Person.ADA)).isProblem(400);
    index("a\nb", Photos.of(Person.ADA)).isProblem(400);
    client.get("/v1/faces?collection=unknown").isProblem(404);
    client.get("/v1/faces?collection=a%20b").isProblem(400);
    client.get("/v1/faces?cursor=x").isProblem(400);
    client.get("/v1/faces/unknown").isProblem(404);
  }

  @Test
  void theReferencesStatusesAreToldToThoseWhoAsk() {
    String compat = "?compat=reference";
    for (Photo bad :
        List.of(Photo.of("GIF89a".getBytes(UTF_8)), Photos.truncated(), Photos.nobody())) {
      Answer answer = search(compat, bad);
      assertThat(answer.status()).isEqualTo(406);
      assertThat(keysAt(answer, "")).containsExactlyInAnyOrder("error", "description");
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
    Answer strangers = client.send("POST", "/v1/search" + compat, "", new byte[0]);
    assertThat(strangers.status()).isEqualTo(403);
    assertThat(keysAt(strangers, "")).containsExactlyInAnyOrder("error", "description");
    assertThat(search(compat, Photos.of(Person.PABLO)).status()).isEqualTo(200);
  }

  static Stream<List<String>> programsRoutes() {
    return Stream.of(
        List.of("PUT", "/v1/index/a.jpg"),
        List.of("DELETE", "/v1/index/a.jpg"),
        List.of("POST", "/v1/search"),
        List.of("PUT", "/v1/search"),
        List.of("GET", "/v1/info"));
  }

  @ParameterizedTest
  @MethodSource("programsRoutes")
  void aKeyIsNeededAndTheRightOne(List<String> route) {
    boolean searching = route.getLast().endsWith("search");
    String other = key(Set.of(searching ? Scope.INDEX : Scope.OPERATE));
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(), Map.of("x-api-key", "wrong"), Map.of("x-api-key", other))) {
      client.send(route.getFirst(), route.getLast(), headers, new byte[0]).isProblem(403);
    }
  }

  @Test
  void infoTellsSettingsCountsAndVersionsInOrder() {
    Answer _ = index("ada.jpg", Photos.of(Person.ADA));

    Answer info = client.send("GET", "/v1/info", headers(""), new byte[0]);

    assertThat(keysAt(info, "")).containsExactly("aws", "counts", "live", "settings", "versions");
    assertThat(keysAt(info, "settings")).isSorted();
    assertThat(info.at("settings/gallery.match-threshold")).isEqualTo("80");
    assertThat(info.at("settings/gallery.lease")).isEqualTo("2m");
    assertThat(info.textAt("settings/rekognition.account")).isEqualTo("****");
    assertThat(info.textAt("settings/rekognition.access-keys")).isEqualTo("***MASKED***");
    assertThat(info.text()).doesNotContain("verysecret", "AKID");
    assertThat(info.textAt("aws/rekognition/collection_id")).isEqualTo("gallery");
    assertThat(number(info, "counts/faces")).isEqualTo(1);
    assertThat(info.textAt("versions/face_model")).isEqualTo("faceapi-2");
    assertThat(info.textAt("versions/detector")).isIn("float", "int8");
    assertThat(info.textAt("versions/decoder")).isIn("native", "jdk");
    assertThat(info.textAt("settings/faces.detector")).isEqualTo("auto");
  }

  @Test
  void pagesElsewhereMayBeAllowed() {
    Map<String, String> headers = headers("");
    headers.put("Origin", PAGE);

    Answer found = client.send("POST", "/v1/search", headers, Photos.of(Person.ADA).bytes());
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    Answer refused =
        client.send("POST", "/v1/search", Map.of("Origin", PAGE), new byte[0]).isProblem(403);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    Answer preflight =
        client.send("OPTIONS", "/v1/index/a.jpg", Map.of("Origin", PAGE), new byte[0]);
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("X-Api-Key");
    client.get("/v1/faces", "Origin", PAGE).isProblem(403);
  }

  private Answer index(String name, Photo photo) {
    return client.send("PUT", "/v1/index/" + encoded(name), headers(""), photo.bytes());
  }

  private Answer search(String query, Photo photo) {
    return client.send("POST", "/v1/search" + query, headers(""), photo.bytes());
  }

  /** How many faces of the photo find themselves. */
  private long matched(Photo photo) {
    Answer found = search("?faces=all", photo);
    return found.listAt("searches").stream()
        .filter(search -> search instanceof Map<?, ?> map && map.containsKey("name"))
        .count();
  }

  private Map<String, String> headers(String type) {
    Map<String, String> headers = new HashMap<>(Map.of("x-api-key", key));
    if (!type.isEmpty()) {
      headers.put("Content-Type", type);
    }
    return headers;
  }

  private static List<String> names(Answer found) {
    return found.listAt("searches").stream()
        .flatMap(
            search ->
                search instanceof Map<?, ?> map && map.get("name") instanceof String name
                    ? Stream.of(name)
                    : Stream.empty())
        .toList();
  }

  private static String indexPast(String name, Portrait portrait) {
    try (Picture picture = Photos.picture(portrait)) {
      NewFaces faces =
          new NewFaces(
              new FaceImage(picture, null),
              new PhotoName(name).externalImageId(),
              1,
              QualityFilter.NONE);
      return collections()
          .index(GALLERY, faces)
          .orElseThrow()
          .indexed()
          .getFirst()
          .face()
          .id()
          .value();
    }
  }

  private static List<String> faceIds() {
    return collections().faces(GALLERY, null, 1000).orElseThrow().faces().stream()
        .map(IndexedFace::id)
        .map(FaceId::value)
        .toList();
  }

  private static Portrait together() {
    return Portrait.together(Person.ADA, Person.BORIS, Person.CLARA).size(1200, 600);
  }

  private static Optional<Photo> stored(String name) {
    return SERVER.application().get(PhotoStore.class).get(new PhotoRef("gallery", name));
  }

  private static String key(Set<Scope> scopes) {
    return SERVER.application().get(CreateApiKey.class).create("test", scopes).secret().reveal();
  }

  private static FaceCollections collections() {
    return SERVER.application().get(FaceCollections.class);
  }

  private static GalleryPhotos gallery() {
    return SERVER.application().get(GalleryPhotos.class);
  }

  private static List<String> keysAt(Answer answer, String place) {
    Object value = place.isEmpty() ? answer.json() : answer.at(place);
    assertThat(value).as("%s of %s", place, answer.text()).isInstanceOf(Map.class);
    return ((Map<?, ?>) requireNonNull(value)).keySet().stream().map(String::valueOf).toList();
  }

  private static double number(Answer answer, String place) {
    return ((Number) requireNonNull(answer.at(place), place)).doubleValue();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
