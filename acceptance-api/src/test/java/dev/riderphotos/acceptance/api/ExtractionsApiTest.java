package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.testkit.TurnedPhoto;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.extraction.ChainId;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.extraction.Source;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faces cut out of what arrives, and of what is sent, by the real engine. */
class ExtractionsApiTest {
  @RegisterExtension
  private static final RunningServer SERVER = new RunningServer(Map.of("events.delay", "1ms"));

  private static final Portrait THREE =
      Portrait.together(Person.ADA, Person.BORIS, Person.CLARA).size(1200, 600);

  private final Client client = SERVER.client();

  @Test
  void threeFacesOfAnArrivedPictureAreCutOutOfTheOriginal() throws IOException {
    arrive("people/three + 1.png", Photos.png(THREE));

    Answer found = list("s3://extraction-input/people/three%20%2B%201.png");

    assertThat(found.listAt("extractions")).hasSize(1);
    assertThat(found.listAt("extractions/0/crops")).hasSize(3);
    BufferedImage original = THREE.draw();
    for (int index = 0; index < 3; index++) {
      assertShows(original, found, "extractions/0/crops/" + index);
    }
  }

  /** Its size is as the box says, and so are its pixels. */
  private void assertShows(BufferedImage original, Answer found, String crop) throws IOException {
    Answer png = client.get(found.textAt(crop + "/image"));
    assertThat(png.header("Content-Type")).isEqualTo("image/png");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body()));
    String attributes = crop + "/event/data/metadata/properties/attrs/";
    String box = attributes + "face/boundingBox/";
    int width = (int) Math.floor(number(found, box + "width") * original.getWidth());
    int height = (int) Math.floor(number(found, box + "height") * original.getHeight());
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(width, height);
    assertThat(number(found, attributes + "dimensions/width")).isEqualTo(width);
    assertThat(number(found, attributes + "stats/faces")).isEqualTo(3);
    int left = (int) Math.floor(number(found, box + "left") * original.getWidth());
    int top = (int) Math.floor(number(found, box + "top") * original.getHeight());
    assertThat(image.getRGB(0, 0)).isEqualTo(original.getRGB(left, top));
    assertThat(image.getRGB(width - 1, height - 1))
        .isEqualTo(original.getRGB(left + width - 1, top + height - 1));
  }

  @Test
  void theDocumentIsACloudEvent() {
    Photo photo = Photos.jpeg(Portrait.of(Person.ADA));
    Answer made = send("", photo);
    String event = "crops/0/event/";

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/extractions/" + made.textAt("chainId"));
    assertThat(made.textAt(event + "specversion")).isEqualTo("1.0");
    assertThat(made.textAt(event + "id")).isEqualTo(made.textAt("crops/0/id"));
    assertThat(made.textAt(event + "type")).isEqualTo("document-created");
    assertThat(made.textAt(event + "data/chainId")).isEqualTo(made.textAt("chainId"));
    assertThat(made.textAt(event + "data/source/url")).startsWith("ni:///sha-256;");
    assertThat(made.textAt(event + "data/source/type")).isEqualTo("image/jpeg");
    assertThat(number(made, event + "data/source/size")).isEqualTo(photo.size());
    assertThat(made.textAt(event + "data/document/url"))
        .isEqualTo(
            "s3://extracted-faces/output/%s/%s.png"
                .formatted(made.textAt("chainId"), made.textAt("crops/0/id")));
    assertThat(made.listAt(event + "data/callStack").toString())
        .isEqualTo("[face-cropper, face-detector, http-api]");
    assertThat(number(made, event + "data/metadata/properties/attrs/face/confidence"))
        .isBetween(80.0, 100.0);
    assertThat(client.get(made.header("Location")).text()).contains(made.textAt("crops/0/id"));
  }

  @Test
  void theSameAgainIsFoundDone() {
    Photo photo = Photos.jpeg(Portrait.of(Person.BORIS));
    Answer first = send("?padding=0.3", photo);
    int files = files().size();

    Answer again = send("?padding=0.3", photo);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(files()).hasSize(files);
  }

  @Test
  void paddingStaysInsideThePicture() {
    Photo photo = Photos.jpeg(Portrait.of(Person.DAVID));

    byte[] plain = client.get(send("", photo).textAt("crops/0/image")).body();
    byte[] padded = client.get(send("?padding=0.3", photo).textAt("crops/0/image")).body();
    byte[] most = client.get(send("?padding=1", photo).textAt("crops/0/image")).body();

    assertThat(width(padded)).isBetween((int) (1.5 * width(plain)), (int) (1.61 * width(plain)));
    assertThat(width(most)).isLessThanOrEqualTo(800);
  }

  @Test
  void aPhotoTakenWithTheCameraTurnedIsCutOutUpright() throws IOException {
    BufferedImage picture = Portrait.of(Person.ELENA).size(900, 600).draw();

    Answer turned = send("", TurnedPhoto.of(picture));
    Answer upright = send("", Photos.png(Portrait.of(Person.ELENA).size(900, 600)));

    assertThat(turned.listAt("crops")).hasSize(1);
    String box = "crops/0/event/data/metadata/properties/attrs/face/boundingBox/";
    for (String side : List.of("left", "top", "width", "height")) {
      assertThat(number(turned, box + side)).isCloseTo(number(upright, box + side), within(0.03));
    }
  }

  @Test
  void whatIsStoredMayBeOrdered() {
    PhotoRef ref = new PhotoRef("anywhere", "a b.jpg");
    photos().put(ref, Photos.jpeg(THREE));

    Answer two = order("{\"s3Bucket\":\"anywhere\",\"s3Key\":\"a b.jpg\",\"limit\":2}");

    assertThat(two.status()).isEqualTo(201);
    assertThat(two.listAt("crops")).hasSize(2);
    assertThat(two.textAt("crops/0/event/data/source/url")).isEqualTo("s3://anywhere/a%20b.jpg");
    order("{\"s3Bucket\":\"anywhere\",\"s3Key\":\"none.jpg\"}").isProblem(404);
    order("{\"s3Bucket\":\"anywhere\"}").isProblem(400);
    order("{\"s3Bucket\":\"anywhere\",\"s3Key\":\"a b.jpg\",\"padding\":9}").isProblem(400);
  }

  @Test
  void nobodyLeavesNothing() {
    int files = files().size();

    Answer nobody = send("", Photos.nobody());

    assertThat(nobody.status()).isEqualTo(200);
    assertThat(nobody.textAt("status")).isEqualTo("NO_FACES");
    assertThat(files()).hasSize(files);
    client.get("/v1/extractions/" + nobody.textAt("chainId")).isProblem(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIF89a", "RIFF____WEBPVP8 ", "hello"})
  void whatIsNeitherJpegNorPngIsIgnored(String bytes) {
    int files = files().size();
    Photo other = Photo.of(bytes.getBytes(UTF_8));

    Answer ignored = send("", other);
    arrive("other." + bytes.charAt(0), other);

    assertThat(ignored.status()).isEqualTo(200);
    assertThat(ignored.textAt("status")).isEqualTo("IGNORED");
    assertThat(files()).hasSize(files);
    assertThat(outbox().dead(1)).isEmpty();
  }

  @Test
  void aPoisonPictureIsADeadLetterAndTroublesNobody() {
    photos().put(input("poison.jpg"), Photos.truncated());
    photos().put(input("folder/"), Photo.of(new byte[0]));
    photos().put(input("deleted.jpg"), Photos.oneFace());
    photos().delete(input("deleted.jpg"));
    photos().put(input("after.jpg"), Photos.jpeg(Portrait.of(Person.FELIX)));

    awaitDelivery();

    assertThat(list("s3://extraction-input/after.jpg").listAt("extractions")).hasSize(1);
    Answer dead = client.get("/v1/events/dead");
    assertThat(dead.listAt("events")).hasSize(1);
    assertThat(dead.text()).contains("poison.jpg", "UNREADABLE", "\"attempts\":1");
    outbox().dead(1).forEach(letter -> outbox().done(letter.event().id()));
  }

  @ParameterizedTest
  @CsvSource({"truncated, IMAGE_UNREADABLE", "tooSmall, IMAGE_TOO_SMALL"})
  void whatCannotBeOpenedIsSaid(String which, String code) {
    Photo photo = which.equals("truncated") ? Photos.truncated() : Photos.tooSmall();

    assertThat(send("", photo).isProblem(422).textAt("code")).isEqualTo(code);
    send("", Photos.tooLarge()).isProblem(413);
    send("", Photo.of(new byte[0])).isProblem(400);
  }

  @Test
  void whatWasMadeOfAVanishedPictureIsForgotten() {
    int files = files().size();
    arrive("vanishing.jpg", Photos.jpeg(Portrait.of(Person.GRETA)));
    photos().delete(input("vanishing.jpg"));
    String source = "s3://extraction-input/vanishing.jpg";
    Answer found = list(source);

    Answer forgotten = client.delete("/v1/extractions?source=" + encoded(source));

    assertThat(forgotten.at("crops")).isEqualTo(1);
    assertThat(files()).hasSize(files);
    assertThat(list(source).listAt("extractions")).isEmpty();
    client.get(found.textAt("extractions/0/crops/0/image")).isProblem(404);
    client.get("/v1/extractions/x").isProblem(400);
    client.get("/v1/extractions?source=x").isProblem(400);
  }

  @Test
  void anEventThatComesAgainFindsItDone() {
    Photo photo = Photos.jpeg(Portrait.of(Person.HUGO));
    arrive("again.jpg", photo);
    int files = files().size();

    arrive("again.jpg", photo);

    assertThat(files()).hasSize(files);
    Extractions extractions = SERVER.application().get(Extractions.class);
    List<ChainId> chains = extractions.chains(Source.of(input("again.jpg")));
    assertThat(chains).hasSize(1);
  }

  private static void arrive(String key, Photo photo) {
    photos().put(input(key), photo);
    awaitDelivery();
  }

  /** Until nothing waits, be it for its turn or for another attempt. */
  private static void awaitDelivery() {
    EventDispatcher dispatcher = SERVER.application().get(EventDispatcher.class);
    while (!outbox().due(Instant.now().plusSeconds(60), 1).isEmpty()) {
      dispatcher.deliver();
    }
  }

  private Answer list(String source) {
    return client.get("/v1/extractions?source=" + encoded(source));
  }

  private Answer send(String query, Photo photo) {
    return client.send("POST", "/v1/extractions" + query, "image/jpeg", photo.bytes());
  }

  private Answer order(String json) {
    return client.post("/v1/extractions", json);
  }

  private static double number(Answer answer, String place) {
    return ((Number) requireNonNull(answer.at(place), place)).doubleValue();
  }

  private static List<String> files() {
    return SERVER.application().get(ExtractionStore.class).names("output/");
  }

  private static PhotoRef input(String key) {
    return new PhotoRef("extraction-input", key);
  }

  private static PhotoStore photos() {
    return SERVER.application().get(PhotoStore.class);
  }

  private static Outbox outbox() {
    return SERVER.application().get(Outbox.class);
  }

  private static int width(byte[] png) {
    return ByteBuffer.wrap(png).getInt(16);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
