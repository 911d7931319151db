package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned uploads and links do what clients of S3 count on. */
class ObjectsAsS3Test {
  private static final String PAGE = "https://app.example";

  @RegisterExtension
  private static final RunningServer SERVER = new RunningServer(Map.of("cors.origins", PAGE));

  private static final PhotoRef REF = new PhotoRef("drink-photos", "S3/<a> & b.jpg");
  private static final Photo PICTURE = Photos.of(Person.ADA);
  private static final byte[] BYTES = PICTURE.bytes();

  private final Client client = SERVER.client();

  @BeforeEach
  void nothingThere() {
    store().delete(REF);
  }

  @Test
  void anUploadIsAnsweredWithItsETagWhichPagesMayRead() {
    Answer stored = put(Map.of("Origin", PAGE));

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.header("ETag")).isEqualTo(etag());
    assertThat(stored.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    assertThat(stored.header("Access-Control-Expose-Headers")).contains("ETag");
  }

  @ParameterizedTest
  @CsvSource({
    "Content-MD5, 16",
    "x-amz-checksum-crc32, 4",
    "x-amz-checksum-crc32c, 4",
    "x-amz-checksum-crc64nvme, 8",
    "x-amz-checksum-sha1, 20",
    "x-amz-checksum-sha256, 32"
  })
  void whatIsNotOfItsChecksumIsRefusedAndNotKept(String name, int length) {
    String wrong = Base64.getEncoder().encodeToString(new byte[length]);

    assertThat(put(Map.of(name, wrong)).isProblem(400).textAt("code")).isEqualTo("BAD_DIGEST");
    for (String malformed :
        new String[] {"", "?", wrong + "=", wrong.substring(4), "AAAA" + wrong}) {
      assertThat(put(Map.of(name, malformed)).isProblem(400).textAt("code"))
          .as(malformed)
          .isEqualTo("INVALID_DIGEST");
    }
    assertThat(post(Map.of(name, wrong)).isProblem(400).textAt("code")).isEqualTo("BAD_DIGEST");
    assertThat(store().get(REF)).isEmpty();
  }

  @Test
  void whatIsOfItsChecksumsIsKept() {
    Map<String, String> right = new HashMap<>();
    right.put("Content-MD5", base64("MD5"));
    right.put("x-amz-checksum-sha1", base64("SHA-1"));
    right.put("x-amz-checksum-sha256", base64("SHA-256"));
    right.put("x-amz-checksum-crc32", crc32());
    right.put("x-amz-sdk-checksum-algorithm", "CRC32");
    right.put("x-amz-checksum-type", "FULL_OBJECT");
    right.put("x-amz-content-sha256", HexFormat.of().formatHex(digest("SHA-256")));

    assertThat(put(right).status()).isEqualTo(200);
    assertThat(post(right).status()).isEqualTo(204);
    assertThat(store().get(REF)).contains(PICTURE);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-checksum-foo, AAAAAA==, UNKNOWN_CHECKSUM",
    "x-amz-checksum-crc64, AAAAAAAAAAA=, UNKNOWN_CHECKSUM",
    "x-amz-checksum-md5, 1B2M2Y8AsgTpgAmY7PhCfg==, UNKNOWN_CHECKSUM",
    "x-amz-sdk-checksum-algorithm, MURMUR, UNKNOWN_CHECKSUM",
    "x-amz-checksum-algorithm, '', UNKNOWN_CHECKSUM",
    "x-amz-trailer, x-amz-checksum-crc32, UNKNOWN_CHECKSUM",
    "x-amz-sdk-checksum-algorithm, SHA256, INVALID_DIGEST",
    "x-amz-content-sha256, STREAMING-UNSIGNED-PAYLOAD-TRAILER, INVALID_DIGEST"
  })
  void whatCannotBeVerifiedIsRefused(String name, String value, String code) {
    assertThat(put(Map.of(name, value)).isProblem(400).textAt("code")).isEqualTo(code);
    assertThat(post(Map.of(name, value)).isProblem(400).textAt("code")).isEqualTo(code);
    assertThat(store().get(REF)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 201", "204, 204", "'', 204", "302, 204", "abc, 204"})
  void aFormSaysHowItWantsToBeAnswered(String asked, int answered) {
    Answer posted = post(Map.of("success_action_status", asked));

    assertThat(posted.status()).isEqualTo(answered);
    assertThat(posted.header("ETag")).isEqualTo(etag());
    assertThat(posted.header("Location"))
        .endsWith("/objects/drink-photos/S3/%3Ca%3E%20%26%20b.jpg");
    assertThat(posted.text().isEmpty()).isEqualTo(answered != 201);
  }

  @Test
  void theAnswer201TellsAllInXml() {
    Answer posted = post(Map.of("success_action_status", "201"));

    assertThat(posted.header("Content-Type")).startsWith("application/xml");
    assertThat(posted.text())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><PostResponse><Location>http://")
        .contains("<Bucket>drink-photos</Bucket><Key>S3/&lt;a&gt; &amp; b.jpg</Key>")
        .endsWith("<ETag>" + etag() + "</ETag></PostResponse>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/webp", "image/avif,image/webp;q=0.8", "text/html", "foo", "*/*"})
  void anyAcceptIsAnswered(String accept) {
    store().put(REF, PICTURE);

    Answer shown = client.get(link(), "Accept", accept);

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(shown.body()).isEqualTo(BYTES);
    assertThat(put(Map.of("Accept", accept)).status()).isEqualTo(200);
    client.get(link() + "x", "Accept", accept).isProblem(403);
  }

  @Test
  void aLinkTellsOfItsObject() {
    Instant before = Instant.now().minusSeconds(1);
    store().put(REF, PICTURE);

    for (String method : new String[] {"GET", "HEAD"}) {
      Answer shown = shown(method, Map.of());
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.header("ETag")).isEqualTo(etag());
      assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
      assertThat(shown.header("Content-Length")).isEqualTo(String.valueOf(BYTES.length));
      assertThat(shown.header("Accept-Ranges")).isEqualTo("bytes");
      assertThat(modified(shown)).isBetween(before, Instant.now());
      assertThat(shown.body()).isEqualTo(method.equals("GET") ? BYTES : new byte[0]);
    }
    assertThat(client.send("HEAD", link() + "x", "", new byte[0]).status()).isEqualTo(403);
    store().delete(REF);
    assertThat(shown("HEAD", Map.of()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-9, 0, 9",
    "Bytes=5-, 5, -1",
    "bytes=-7, -7, -1",
    "bytes=-99999999, 0, -1",
    "bytes=3-99999999999999999999, 3, -1"
  })
  void aPartIsSentAlone(String range, int first, int last) {
    store().put(REF, PICTURE);
    int from = first < 0 ? BYTES.length + first : first;
    int to = last < 0 ? BYTES.length + last : last;

    Answer part = shown("GET", Map.of("Range", range));

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to, BYTES.length));
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(BYTES, from, to + 1));
    Answer head = shown("HEAD", Map.of("Range", range));
    assertThat(head.status()).isEqualTo(206);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(to + 1 - from));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=-",
        "bytes=5-3",
        "bytes=a-b",
        "lines=0-1",
        "bytes=0-1,3-4",
        "0-1",
        "bytes=0-1-2"
      })
  void aRangeThatIsNotUnderstoodIsNotThere(String range) {
    store().put(REF, PICTURE);

    Answer whole = shown("GET", Map.of("Range", range));

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=-0", "bytes=99999999999999999999-"})
  void aPartThatIsNotThereIsRefused(String range) {
    store().put(REF, PICTURE);

    Answer refused = shown("GET", Map.of("Range", range));

    assertThat(refused.isProblem(416).header("Content-Range")).isEqualTo("bytes */" + BYTES.length);
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    store().put(REF, PICTURE);
    String modified = shown("HEAD", Map.of()).header("Last-Modified");
    String earlier = http(modified, -1);

    assertConditional(304, Map.of("If-None-Match", etag()));
    assertConditional(304, Map.of("If-None-Match", "\"x\", W/" + etag()));
    assertConditional(304, Map.of("If-None-Match", "*"));
    assertConditional(304, Map.of("If-Modified-Since", modified));
    assertConditional(304, Map.of("If-Modified-Since", http(modified, 1)));
    assertConditional(200, Map.of("If-Modified-Since", earlier));
    assertConditional(200, Map.of("If-Modified-Since", "yesterday"));
    assertConditional(200, Map.of("If-None-Match", "\"x\""));
    assertConditional(200, Map.of("If-None-Match", "\"x\"", "If-Modified-Since", modified));
    assertConditional(412, Map.of("If-Match", "\"x\""));
    assertConditional(412, Map.of("If-Unmodified-Since", earlier));
    assertConditional(200, Map.of("If-Match", etag(), "If-Unmodified-Since", earlier));
    assertConditional(200, Map.of("If-Unmodified-Since", modified));
  }

  @Test
  void aPartIsOfTheObjectThatIsKnown() {
    store().put(REF, PICTURE);
    String modified = shown("HEAD", Map.of()).header("Last-Modified");
    Map<String, Integer> statuses =
        Map.of(
            etag(), 206, modified, 206, "\"x\"", 200, "W/" + etag(), 200, http(modified, 1), 200);

    statuses.forEach(
        (known, status) ->
            assertConditional(status, Map.of("Range", "bytes=0-3", "If-Range", known)));
  }

  @ParameterizedTest
  @CsvSource({
    "/objects/drink-photos/a.jpg, content-md5",
    "/objects/drink-photos/a.jpg, x-amz-checksum-crc64nvme",
    "/objects/drink-photos/a.jpg, x-amz-sdk-checksum-algorithm",
    "/objects/drink-photos/a.jpg, if-none-match",
    "/v1/index/a.jpg, x-amz-meta-name",
    "/v1/index/a.jpg, X-Amz-Meta-A.b_c"
  })
  void aPreflightAllowsWhatIsOffered(String path, String header) {
    Answer preflight = preflight(path, "x-api-key," + header + ", x-evil");

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .isEqualTo("Content-Type, X-Amz-Date, Authorization, X-Api-Key, " + header);
  }

  private Answer preflight(String path, String headers) {
    return client.send(
        "OPTIONS",
        path,
        Map.of(
            "Origin",
            PAGE,
            "Access-Control-Request-Method",
            "PUT",
            "Access-Control-Request-Headers",
            headers),
        new byte[0]);
  }

  private void assertConditional(int status, Map<String, String> headers) {
    Answer get = shown("GET", headers);
    assertThat(get.status()).as(headers.toString()).isEqualTo(status);
    assertThat(shown("HEAD", headers).status()).as(headers.toString()).isEqualTo(status);
    if (status == 304) {
      assertThat(get.header("ETag")).isEqualTo(etag());
      assertThat(get.body()).isEmpty();
    }
  }

  private Answer put(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "image/jpeg");
    UploadTicket.Put ticket = tickets().toPut(terms());
    return client.send("PUT", ticket.url().toString(), all, BYTES);
  }

  private Answer post(Map<String, String> fields) {
    UploadTicket.Form ticket = tickets().toPost(terms());
    Form form = new Form();
    ticket.fields().forEach(form::field);
    fields.forEach(form::field);
    return client.post(ticket.url().toString(), form.file("file", "a.jpg", PICTURE));
  }

  private Answer shown(String method, Map<String, String> headers) {
    return client.send(method, link(), headers, new byte[0]);
  }

  private static String link() {
    URI link =
        SERVER
            .application()
            .get(PhotoLinks.class)
            .link(REF, Instant.now().plus(Duration.ofHours(1)));
    return link.toString();
  }

  private static UploadTerms terms() {
    return new UploadTerms(
        REF, PhotoFormat.JPEG, Size.atMost(1_000_000), Instant.now().plus(Duration.ofHours(1)));
  }

  private static UploadTickets tickets() {
    return SERVER.application().get(UploadTickets.class);
  }

  private static PhotoStore store() {
    return SERVER.application().get(PhotoStore.class);
  }

  private static Instant modified(Answer answer) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(
        answer.header("Last-Modified"), Instant::from);
  }

  private static String http(String date, int seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, ZonedDateTime::from).plusSeconds(seconds));
  }

  private static String etag() {
    return '"' + HexFormat.of().formatHex(digest("MD5")) + '"';
  }

  private static String base64(String algorithm) {
    return Base64.getEncoder().encodeToString(digest(algorithm));
  }

  private static String crc32() {
    CRC32 sum = new CRC32();
    sum.update(BYTES);
    byte[] value = ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(value);
  }

  private static byte[] digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
