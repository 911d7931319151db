package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.testkit.Photos;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as clients of all kinds send them: taken, or refused with a reason. */
class OddFormsTest {
  private static final String PHOTO = "/v1/riders/form/photo?wait=true";
  private static final String TYPE = "multipart/form-data; boundary=XB";
  private static final String HEAD = "Content-Disposition: form-data; name=\"photo\"";
  private static final String FILE = HEAD + "; filename=\"a.jpg\"";
  private static final String JPEG = "\r\nContent-Type: image/jpeg";
  private static final String FIELD = "Content-Disposition: form-data; name=\"%s\"";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  static Stream<Arguments> clients() {
    return Stream.of(
        arguments("curl", TYPE, FILE + JPEG),
        arguments(
            "curl, with the type that file -bi tells", TYPE, FILE + JPEG + "; charset=binary"),
        arguments("browser", TYPE, HEAD + "; filename=\"a %22b%22 ü.jpg\"" + JPEG),
        arguments("old browser", TYPE, HEAD + "; filename=\"C:\\dir\\a.jpg\"" + JPEG),
        arguments(
            ".NET",
            "multipart/form-data; boundary=\"XB\"",
            "Content-Type: image/jpeg\r\nContent-Disposition: form-data; name=photo;"
                + " filename=a.jpg; filename*=utf-8''a.jpg"),
        arguments(".NET without a name", TYPE, "Content-Disposition: form-data; name=photo" + JPEG),
        arguments("Python", TYPE, HEAD + "; filename*=utf-8''zo%C3%AB.jpg"),
        arguments("Python, encoded word", TYPE, HEAD + "; filename=\"=?utf-8?b?w7w=?=\""),
        arguments("Go", TYPE, FILE + "\r\nContent-Type: application/octet-stream"),
        arguments("Java", TYPE, FILE.replace("Content-D", "content-d") + JPEG),
        arguments("semicolon at the end", TYPE, FILE + ";" + JPEG),
        arguments("spaces and semicolons", TYPE, FILE.replace("; ", " ;  ; ") + " ; " + JPEG),
        arguments("tab", TYPE, FILE.replace("; ", ";\t") + JPEG),
        arguments("header in two lines", TYPE, FILE.replace("; filename", ";\r\n filename")),
        arguments("unknown charset", TYPE, HEAD + "; filename*=x-nope''a.jpg"),
        arguments("no charset", TYPE, HEAD + "; filename*=a.jpg"),
        arguments("broken escapes", TYPE, HEAD + "; filename*=utf-8''%zz%4"),
        arguments("broken encoded word", TYPE, HEAD + "; filename=\"=?x?q?=\""),
        arguments("no type", TYPE, FILE),
        arguments("empty type", TYPE, FILE + "\r\nContent-Type:"),
        arguments("type that is none", TYPE, FILE + "\r\nContent-Type: ;;=;/"),
        arguments("empty name", TYPE, HEAD + "; filename=\"\"" + JPEG),
        arguments("name of nothing", TYPE, HEAD + "; filename=" + JPEG),
        arguments("quote that is not closed", TYPE, HEAD + "; filename=\"a.jpg" + JPEG),
        arguments("binary", TYPE, FILE + "\r\nContent-Transfer-Encoding: BINARY"),
        arguments("capitals", "MULTIPART/FORM-DATA; BOUNDARY=XB", FILE + JPEG),
        arguments(
            "capitals in the part",
            TYPE,
            "CONTENT-DISPOSITION: FORM-DATA; NAME=\"photo\"; FILENAME=\"A.JPG\""),
        arguments("charset", "multipart/form-data; charset=utf-8; boundary=XB", FILE + JPEG),
        arguments("charset last", "multipart/form-data;boundary=XB;charset=UTF-8", FILE + JPEG),
        arguments("semicolon after the boundary", TYPE + ";", FILE + JPEG),
        arguments("more headers", TYPE, "X-A: b\r\n" + FILE + "\r\nContent-Length: 7\r\nX: y"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void aFormOfAnyClientIsTaken(String client, String type, String head) {
    byte[] form = form(head, Photos.nobody().bytes());

    client().send("POST", PHOTO, type, form).isRejected("Detected 0 faces in the photo.");
  }

  @Test
  void aPartInBase64IsTaken() {
    byte[] lines = Base64.getMimeEncoder().encode(Photos.nobody().bytes());
    String head = FILE + "\r\nContent-Transfer-Encoding: base64";

    client()
        .send("POST", PHOTO, TYPE, form(head, lines))
        .isRejected("Detected 0 faces in the photo.");
  }

  @Test
  void whatStandsBeforeAndBehindThePartsIsNotLookedAt() {
    byte[] form = form(FILE, Photos.nobody().bytes());
    byte[] whole = joined("preamble\r\n".getBytes(UTF_8), form, "epilogue".getBytes(UTF_8));

    client().send("POST", PHOTO, TYPE, whole).isRejected("Detected 0 faces in the photo.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "gc0p4Jq0M2Yt08jU534c0p", "a'()+_,-./:=?b", "----WebKitFormXyZ"})
  void anyBoundaryWillDo(String boundary) {
    byte[] form =
        joined(
            ("--" + boundary + "\r\n" + FILE + "\r\n\r\n").getBytes(UTF_8),
            Photos.nobody().bytes(),
            ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));

    client()
        .send("POST", PHOTO, "multipart/form-data; boundary=\"" + boundary + "\"", form)
        .isRejected("Detected 0 faces in the photo.");
  }

  static Stream<Arguments> refusals() {
    String part = "--XB\r\n" + FILE + "\r\n\r\nx\r\n";
    String end = "--XB--\r\n";
    return Stream.of(
        arguments("no boundary", "multipart/form-data", part + end, "no boundary"),
        arguments("empty boundary", "multipart/form-data; boundary=", part + end, "no boundary"),
        arguments(
            "endless boundary",
            "multipart/form-data; boundary=" + "x".repeat(5000),
            part,
            "boundary"),
        arguments("another boundary", TYPE.replace("XB", "YB"), part + end, "has no photo"),
        arguments("no parts", TYPE, end, "has no photo"),
        arguments("nothing", TYPE, "", "has no photo"),
        arguments("no end", TYPE, part, "cut short"),
        arguments("no end of the headers", TYPE, "--XB\r\n" + FILE, "cut short"),
        arguments("half a boundary at the end", TYPE, part + "--X", "cut short"),
        arguments("no name", TYPE, part.replace("name=\"photo\"; ", "") + end, "no name"),
        arguments("no headers", TYPE, "--XB\r\n\r\nx\r\n" + end, "cut short"),
        arguments("mail", TYPE, head("X: y") + part + end, "no name"),
        arguments("another field", TYPE, part.replace("photo", "picture") + end, "has no photo"),
        arguments("two files", TYPE, part + part + end, "one file"),
        arguments("33 fields", TYPE, head(FIELD).repeat(33) + part + end, "32 fields"),
        arguments("long headers", TYPE, head("X: " + "y".repeat(9000)) + end, "too long"),
        arguments(
            "quoted-printable",
            TYPE,
            head(FILE + "\r\nContent-Transfer-Encoding: quoted-printable") + end,
            "Content-Transfer-Encoding"),
        arguments(
            "broken encoded word",
            TYPE,
            head(HEAD + "; filename=\"=?utf-8?B?w7w5x?=\"") + end,
            "encoded word"),
        arguments(
            "broken base64",
            TYPE,
            head(FILE + "\r\nContent-Transfer-Encoding: base64") + end,
            "encodings"),
        arguments(
            "field of an unknown charset",
            TYPE,
            head(FIELD + "\r\nContent-Type: text/plain; charset=x-nope") + part + end,
            "charset"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void aFormThatIsRefusedIsToldWhy(String name, String type, String form, String why) {
    Answer answer = client().send("POST", PHOTO, type, form.getBytes(UTF_8)).isProblem(400);

    assertThat(answer.textAt("detail")).contains(why).doesNotContain("MB", "large");
  }

  @Test
  void fieldsAreSmallTogether() {
    byte[] form =
        joined(
            part(FIELD.formatted("a"), new byte[33_000]),
            part(FIELD.formatted("b"), new byte[33_000]),
            form(FILE, Photos.nobody().bytes()));

    Answer answer = client().send("POST", PHOTO, TYPE, form).isProblem(413);

    assertThat(answer.textAt("detail")).contains("fields").contains("64 KB");
  }

  @Test
  void aFieldIsReadInItsCharset() {
    byte[] form =
        joined(
            part(
                FIELD.formatted("email") + "\r\nContent-Type: text/plain; charset=utf-16be",
                "a@example.com".getBytes(UTF_16BE)),
            form(FILE, Photos.nobody().bytes()));

    client().send("POST", PHOTO, TYPE, form).isRejected("Detected 0 faces in the photo.");
  }

  private static Client client() {
    return SERVER.client();
  }

  private static String head(String head) {
    return "--XB\r\n" + head + "\r\n\r\nx\r\n";
  }

  private static byte[] part(String head, byte[] content) {
    return joined(
        ("--XB\r\n" + head + "\r\n\r\n").getBytes(UTF_8), content, "\r\n".getBytes(UTF_8));
  }

  private static byte[] form(String head, byte[] content) {
    return joined(part(head, content), "--XB--\r\n".getBytes(UTF_8));
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      whole.writeBytes(piece);
    }
    return whole.toByteArray();
  }
}
