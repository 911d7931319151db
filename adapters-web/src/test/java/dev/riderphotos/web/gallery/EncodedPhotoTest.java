package dev.riderphotos.web.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoFormat;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedPhotoTest {
  private static final List<Base64.Encoder> ALPHABETS =
      List.of(
          Base64.getEncoder(),
          Base64.getMimeEncoder(),
          Base64.getUrlEncoder(),
          Base64.getUrlEncoder().withoutPadding(),
          Base64.getMimeEncoder(64, new byte[] {'\n'}));

  private static final List<UnaryOperator<String>> ADDRESSES =
      List.of(
          text -> text,
          text -> "data:image/jpeg;base64," + text,
          text -> "DATA:IMAGE/JPEG;BASE64," + text,
          text -> "data:;base64," + text,
          text -> "data:image/jpeg," + text,
          text -> "data:image/jpeg;name=\"a,b.jpg\";charset=utf-8;base64," + text,
          text -> "data: image/png ; base64 , " + text,
          text -> "data:image/jpeg;base64," + URLEncoder.encode(text, UTF_8));

  private static final List<UnaryOperator<String>> QUOTES =
      List.of(
          text -> text,
          text -> "'" + text + "'",
          EncodedPhotoTest::json,
          text -> json(text).replace("/", "\\/"),
          text -> json(text).replace("=", "\\u003d").replace("+", "\\u002B"));

  private static final List<UnaryOperator<String>> AROUND =
      List.of(
          text -> text,
          text -> "\n" + text,
          text -> " \t" + text + "\r\n",
          text -> "\ufeff" + text,
          text -> "\ufeff\r\n\u00a0" + text + " ");

  @Test
  void howeverAPhotoIsWrittenItIsRead() {
    Random random = new Random(3);
    for (int round = 0; round < 5_000; round++) {
      byte[] photo = photo(random);
      String text = any(random, ALPHABETS).encodeToString(photo);
      for (List<UnaryOperator<String>> way : List.of(ADDRESSES, QUOTES, AROUND)) {
        text = any(random, way).apply(text);
      }
      byte[] body =
          random.nextInt(4) == 0 ? ("\ufeff" + text).getBytes(UTF_16LE) : text.getBytes(UTF_8);

      assertThat(EncodedPhoto.decoded(body)).as(text).contains(photo);
    }
  }

  @Test
  void theDataOfAUrlMayBeItsBytesThemselves() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      byte[] photo = photo(random);
      String url =
          "data:image/jpeg,"
              + URLEncoder.encode(new String(photo, ISO_8859_1), ISO_8859_1).replace("+", "%20");

      assertThat(EncodedPhoto.decoded(url.getBytes(US_ASCII))).contains(photo);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello world",
        "{\"image\":\"data:,\"}",
        "data:",
        "data:image/jpeg;base64,%zz",
        "\"",
        "\"\\u12\"",
        "A",
        "====",
        "data:,%"
      })
  void whatIsNoPhotoIsNone(String text) {
    assertThat(EncodedPhoto.decoded(text.getBytes(UTF_8)).flatMap(PhotoFormat::sniff)).isEmpty();
  }

  @Test
  void nothingBreaksIt() {
    Random random = new Random(6);
    String pieces = "data:;base64,\"'\\u/%+=-_ \n,AZaz09\ufeff\u0000";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      assertThat(EncodedPhoto.decoded(text.toString().getBytes(UTF_8))).isNotNull();
    }
  }

  private static <T> T any(Random random, List<T> ways) {
    return ways.get(random.nextInt(ways.size()));
  }

  private static byte[] photo(Random random) {
    byte[] photo = new byte[3 + random.nextInt(400)];
    random.nextBytes(photo);
    photo[0] = (byte) 0xFF;
    photo[1] = (byte) 0xD8;
    photo[2] = (byte) 0xFF;
    return photo;
  }

  private static String json(String text) {
    return '"' + text.replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n") + '"';
  }
}
