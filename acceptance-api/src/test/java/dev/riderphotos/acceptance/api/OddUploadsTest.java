package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads such as nobody should send, over HTTP: a verdict or a problem each, never a fault. */
class OddUploadsTest {
  private static final String FORMAT =
      "Unsupported image file format. Only JPEG or PNG is supported";
  private static final int SIXTEEN_MB = 16_000_000;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  static Stream<Arguments> oddPhotos() {
    return Stream.of(
        arguments("text", "hello".getBytes(US_ASCII), "UNSUPPORTED_FORMAT", FORMAT),
        arguments("one byte", new byte[1], "UNSUPPORTED_FORMAT", FORMAT),
        arguments("GIF", bytes("GIF89a\1\0\1\0\0\0\0;"), "UNSUPPORTED_FORMAT", FORMAT),
        arguments("WebP", bytes("RIFF\20\0\0\0WEBPVP8 \4\0\0\0"), "UNSUPPORTED_FORMAT", FORMAT),
        arguments("HEIC", bytes("\0\0\0\30ftypheic\0\0\0\0mif1heic"), "UNSUPPORTED_FORMAT", FORMAT),
        arguments("arithmetic JPEG", arithmetic(), "UNSUPPORTED_FORMAT", FORMAT),
        arguments("BMP", bytes("BM\66\0\0\0\0\0\0\0\66\0\0\0"), "UNSUPPORTED_FORMAT", FORMAT),
        arguments(
            "truncated JPEG", Photos.truncated().bytes(), "IMAGE_UNREADABLE", "Image is damaged."),
        arguments(
            "start of a JPEG",
            bytes("\u00ff\u00d8\u00ff\u00e0"),
            "IMAGE_UNREADABLE",
            "Image is damaged."),
        arguments("PNG with a wrong CRC", wrongCrc(), "IMAGE_UNREADABLE", "Image is damaged."),
        arguments(
            "60 x 60",
            Portrait.of(Person.ADA).size(60, 60).jpeg(),
            "IMAGE_TOO_SMALL",
            "Image is too small."),
        arguments(
            "30,000 x 30,000 PNG", hugePng(3_000_000), "IMAGE_TOO_LARGE", "Image is too large."),
        arguments("80 megapixels JPEG", hugeJpeg(), "IMAGE_TOO_LARGE", "Image is too large."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddPhotos")
  void anOddPhotoIsAVerdict(String name, byte[] photo, String code, String message) {
    Answer form = client().verify(name, Photo.of(photo)).isRejected(message);
    Answer body =
        client()
            .send("POST", Client.photoOf(name) + "?wait=true", "image/jpeg", photo)
            .isRejected(message);

    assertThat(form.at("error")).isEqualTo("PhotoDoesNotMeetRequirementError");
    assertThat(form.at("reasons/0/code")).isEqualTo(code);
    assertThat(body.at("reasons/0/code")).isEqualTo(code);
  }

  @Test
  void whatWasSentInsteadStandsWithWhatToDo() {
    Answer heic = client().verify("heic", Photo.of(bytes("\0\0\0\30ftypheic\0\0\0\0mif1heic")));
    Answer arithmetic = client().verify("arithmetic", Photo.of(arithmetic()));

    assertThat(heic.at("reasons/0/advice"))
        .isEqualTo("This is a HEIC picture. Send a JPEG or PNG photo.");
    assertThat(arithmetic.textAt("reasons/0/advice"))
        .isEqualTo("This is a JPEG picture with arithmetic coding. Send a JPEG or PNG photo.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2Fx",
        "%2E%2E",
        "..",
        ".",
        "..%5Cx",
        "a%20b",
        "a%2Bb",
        "%25",
        "100%25",
        "a%2Fb",
        "a%2Fphoto",
        "%2Fetc%2Fpasswd",
        "a%3Fb",
        "a%23b",
        "%F0%9F%98%80",
        "%C3%BC%20%C3%9F",
        "CON",
        "a%22%3Cb%3E",
        "-x",
        "x%27%3B--",
        "b64:eA",
        "user@example.com",
        "e%CC%81",
        ".x.",
        "a..b"
      })
  void anyNameWillDo(String segment) throws IOException {
    String rider = URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    String path = "/v1/riders/" + segment;
    Form form = new Form().file("photo", "me.jpg", Photos.nobody());

    Answer answer = client().post(path + "/photo?wait=true", form);

    assertThat(answer.isRejected("Detected 0 faces in the photo.").at("riderId")).isEqualTo(rider);
    assertThat(answer.at("steps/1/status")).as("mail to the rider").isEqualTo("SUCCEEDED");
    assertThat(client().get(path).isProblem(404).at("detail"))
        .isEqualTo("No such rider is verified.");
    assertThat(client().delete(path).at("executions")).isEqualTo(1);
    assertNothingOutside();
  }

  @Test
  void aRiderWithAnOddNameIsAsGoodAsAnyOther() {
    String rider = "../a b+c%20😀/ü";

    Answer verified = client().verify(rider, Photos.of(Person.BORIS)).isVerified();

    assertThat(verified.textAt("photo/s3key")).contains("riders/..%2Fa b+c%2520😀%2Fü/");
    assertThat(client().get(Client.pathOf(rider)).at("Username")).isEqualTo(rider);
    assertThat(client().get(Client.pathOf(rider) + "/thumbnail").status()).isEqualTo(200);
    assertThat(client().delete(Client.pathOf(rider)).at("profile")).isEqualTo(true);
  }

  /** The router lets no bare plus through; every client that escapes names escapes it. */
  @Test
  void aBarePlusInAPathIsNotFound() {
    client().get("/v1/riders/a+b").isProblem(404);
    client().post("/v1/riders/a+b/photo", new Form()).isProblem(404);
  }

  @Test
  void namesHaveLimits() {
    client().verify("x".repeat(128), Photos.nobody()).isRejected("Detected 0 faces in the photo.");
    client().verify("x".repeat(129), Photos.nobody()).isProblem(400);
    client().verify("x".repeat(300), Photos.nobody()).isProblem(400);
    client().verify("😀".repeat(46), Photos.nobody()).isProblem(400);
    client().verify(" ", Photos.nobody()).isProblem(400);
    client().verify("a\u0000b", Photos.nobody()).isProblem(400);
  }

  @Test
  void aLongFileNameIsCut() {
    Form form = new Form().file("photo", "x".repeat(2000) + ".jpg", Photos.nobody());

    Answer answer = client().post("/v1/riders/x/photo?wait=true", form);

    assertThat(answer.isRejected("Detected 0 faces in the photo.").textAt("photo/s3key"))
        .hasSizeLessThan(512)
        .endsWith("xxx.jpg");
  }

  @Test
  void withoutAPhotoThereIsNothingToVerify() {
    String path = "/v1/riders/x/photo";

    client().send("POST", path, "", new byte[0]).isProblem(400);
    client().send("POST", path, "image/jpeg", new byte[0]).isProblem(400);
    client().post(path, new Form()).isProblem(400);
    client().post(path, new Form().field("photo", "no file")).isProblem(400);
    client().post(path, new Form().file("picture", "me.jpg", Photos.nobody())).isProblem(400);
    client().post(path, new Form().file("photo", "me.jpg", new byte[0])).isProblem(400);
    client().send("POST", path, "multipart/form-data", "x".getBytes(US_ASCII)).isProblem(400);
    client()
        .send("POST", path, Form.CONTENT_TYPE, "no parts at all".getBytes(US_ASCII))
        .isProblem(400);
    assertThat(client().get("/v1/executions?rider=x&limit=1").status()).isEqualTo(200);
  }

  @Test
  void anAddressThatIsNoneIsABadRequest() {
    Form form = new Form().file("photo", "me.jpg", Photos.nobody()).field("email", "x@y@z");

    client().post("/v1/riders/x/photo", form).isProblem(400);
    client()
        .send("POST", "/v1/riders/x/photo?email=a%0Ab@c", "image/jpeg", Photos.nobody().bytes())
        .isProblem(400);
  }

  @Test
  void aPhotoOf16MbIsTooLarge() {
    byte[] large = Arrays.copyOf(Photos.oneFace().bytes(), SIXTEEN_MB);
    Form form = new Form().file("photo", "me.jpg", large);

    assertTooLarge(upload(Form.CONTENT_TYPE, form.bytes()));
    assertTooLarge(upload("image/jpeg", large));
    assertThat(client().get("/v1/executions?rider=large").listAt("executions")).isEmpty();
  }

  @Test
  void whatIsFarTooLargeIsRefusedJustTheSame() {
    byte[] large = Arrays.copyOf(Photos.oneFace().bytes(), 2 * SIXTEEN_MB);
    Form form = new Form().file("photo", "me.jpg", large);

    assertTooLarge(upload(Form.CONTENT_TYPE, form.bytes()));
    assertTooLarge(upload("image/jpeg", large));
  }

  @Test
  void aPhotoOfJust15MbIsNotTooLarge() {
    byte[] largest = Arrays.copyOf(Photos.nobody().bytes(), Photo.MAX_BYTES);

    client()
        .send("POST", "/v1/riders/largest/photo?wait=true", "image/jpeg", largest)
        .isRejected("Detected 0 faces in the photo.");
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    byte[] half = Arrays.copyOf(Photos.oneFace().bytes(), 100);
    String head =
        """
        POST /v1/riders/cut/photo HTTP/1.1
        Host: localhost
        Content-Type: image/jpeg
        Content-Length: 5000

        """;

    client().hangUp(head, half);

    assertThat(client().get("/health").status()).isEqualTo(200);
    assertThat(client().get("/v1/executions?rider=cut").listAt("executions")).isEmpty();
    assertNothingOutside();
  }

  private static Client client() {
    return SERVER.client();
  }

  /**
   * By hand, since other clients give up when they are answered before they have sent it all. A
   * second request follows, after which the server must close the connection if not before.
   */
  private static String upload(String contentType, byte[] body) {
    String head =
        """
        POST /v1/riders/large/photo?wait=true HTTP/1.1
        Host: localhost
        Content-Type: %s
        Content-Length: %d

        """
            .formatted(contentType, body.length);
    byte[] next =
        "GET /v1/executions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(US_ASCII);
    byte[] both = Arrays.copyOf(body, body.length + next.length);
    System.arraycopy(next, 0, both, body.length, next.length);
    return client().exchange(head, both);
  }

  private static void assertTooLarge(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"TOO_LARGE\"");
  }

  private static void assertNothingOutside() throws IOException {
    assertThat(Folders.files(SERVER.home()))
        .allSatisfy(
            file ->
                assertThat(file)
                    .matches(
                        "data/(buckets/[a-z-]+/[0-9a-f]{64}|mailbox/[0-9a-f-]{36}\\.eml"
                            + "|rider-photos\\.db(-wal|-shm)?|lock|signing-key|erasures\\.log"
                            + "|receipt-keys(\\.lock)?|audit-head\\.json|detector"
                            + "|vectors/[0-9a-f]{64}|tmp/[^/]+)"));
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }

  private static byte[] wrongCrc() {
    byte[] png = Portrait.of(Person.ADA).size(100, 100).png();
    int data = new String(png, ISO_8859_1).indexOf("IDAT");
    png[data + 40] ^= 0x55; // within the data, whose checksum is then wrong
    return png;
  }

  /** A header that promises much, and then nothing but zeros. */
  private static byte[] hugePng(int size) {
    ByteBuffer png = ByteBuffer.allocate(size);
    png.put(bytes("\u0089PNG\r\n\u001a\n"));
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put(bytes("IHDR")).putInt(30_000).putInt(30_000).put(bytes("\10\2\0\0\0"));
    CRC32 crc = new CRC32();
    crc.update(header.array());
    png.putInt(13).put(header.array()).putInt((int) crc.getValue());
    png.putInt(size - 45).put(bytes("IDAT"));
    return png.array();
  }

  /** By its frame header, which is all that is read of it. */
  private static byte[] arithmetic() {
    byte[] jpeg = Photos.oneFace().bytes().clone();
    jpeg[new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0") + 1] = (byte) 0xC9;
    return jpeg;
  }

  /** A small JPEG that says it has 8,000 x 5,000 pixels. */
  private static byte[] hugeJpeg() {
    byte[] jpeg = Photos.oneFace().bytes().clone();
    int frame = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0");
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 8000).putShort(frame + 7, (short) 10_000);
    return jpeg;
  }
}
