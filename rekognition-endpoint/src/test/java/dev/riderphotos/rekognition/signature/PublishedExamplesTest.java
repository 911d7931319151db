package dev.riderphotos.rekognition.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples that AWS publishes with its test suite of Signature Version 4: one key, one second,
 * and requests with all that a canonical form has to see to.
 */
class PublishedExamplesTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String SECOND = "20150830T123600Z";

  /** What every one of them has. */
  private static final String USUAL = "Host:example.amazonaws.com\nX-Amz-Date:" + SECOND;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "get-vanilla | GET / | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "post-vanilla | POST / | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "get-relative | GET /example/.."
            + " | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-relative-relative | GET /example1/example2/../.."
            + " | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-slash | GET // | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-slash-dot-slash | GET /./"
            + " | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-slash-pointless-dot | GET /./example"
            + " | ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5",
        "get-slashes | GET //example//"
            + " | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
        "get-space | GET /example space/"
            + " | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
        "get-unreserved"
            + " | GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
            + " | 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
        "get-utf8 | GET /ሴ | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
        "get-vanilla-empty-query-key | GET /?Param1=value1"
            + " | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
        "get-vanilla-query-order-key-case | GET /?Param2=value2&Param1=value1"
            + " | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "get-vanilla-query-unreserved"
            + " | GET /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
            + "=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
            + " | 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197",
        "get-vanilla-utf8-query | GET /?ሴ=bar"
            + " | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
        "post-vanilla-query | POST /?Param1=value1"
            + " | 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"
      })
  void pathsAndQueries(String example, String request, String signature) {
    assertThat(signatureOf(request + " HTTP/1.1\n" + USUAL)).isEqualTo(signature);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "get-header-key-duplicate | GET"
            + " | My-Header1:value2; My-Header1:value2; My-Header1:value1"
            + " | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
        "get-header-value-order | GET"
            + " | My-Header1:value4; My-Header1:value1; My-Header1:value3; My-Header1:value2"
            + " | 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
        "get-header-value-trim | GET | My-Header1: value1; My-Header2: \"a   b   c\""
            + " | acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
        "post-header-key-sort | POST | My-Header1:value1"
            + " | c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
        "post-header-value-case | POST | My-Header1:VALUE1"
            + " | cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"
      })
  void headers(String example, String method, String headers, String signature) {
    assertThat(signatureOf(method + " / HTTP/1.1\n" + headers.replace("; ", "\n") + "\n" + USUAL))
        .isEqualTo(signature);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "post-x-www-form-urlencoded, application/x-www-form-urlencoded,"
        + " ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    "post-x-www-form-urlencoded-parameters, application/x-www-form-urlencoded; charset=utf8,"
        + " 1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"
  })
  void bodies(String example, String contentType, String signature) {
    assertThat(
            signatureOf(
                "POST / HTTP/1.1\nContent-Type:"
                    + contentType
                    + "\n"
                    + USUAL
                    + "\n\nParam1=value1"))
        .isEqualTo(signature);
  }

  private static String signatureOf(String request) {
    Sent sent = Sent.of(request);
    List<String> all =
        sent.headers().stream()
            .map(header -> header.name().toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .toList();
    CanonicalRequest canonical =
        CanonicalRequest.of(sent.head(), all, Hashes.sha256(sent.bodyBytes()));
    return new Scope("20150830", "us-east-1", "service").signature(SECRET, SECOND, canonical);
  }
}
