package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with a request is said in words for its sender: by the parameter's name, and with
 * what is allowed. {@link Client} sees to it that no answer names anything of the inside.
 */
class WrongRequestsTest {
  private static final String NO_HOST =
      "This is no well-formed request, with one host in its header Host.";

  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  private final Client client = SERVER.client();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /v1/executions?limit=abc | limit is a whole number.",
        "GET | /v1/executions?limit=99999999999 | limit is a whole number.",
        "GET | /v1/executions?limit=1.5 | limit is a whole number.",
        "GET | /v1/bars?limit=x | limit is a whole number.",
        "GET | /v1/bars/x/drinks?limit=x | limit is a whole number.",
        "GET | /v1/faces?limit=x | limit is a whole number.",
        "GET | /v1/events/dead?limit=- | limit is a whole number.",
        "GET | /v1/extractions | source is missing.",
        "DELETE | /v1/extractions | source is missing.",
        "POST | /v1/extractions?limit=1.5 | limit is a whole number.",
        "POST | /v1/extractions?padding=wide | padding is a number.",
        "POST | /v1/extractions?minConfidence=high | minConfidence is a number.",
        "POST | /v1/riders/x/photo?wait=maybe | wait is true or false.",
        "POST | /v1/riders/x/photo?wait=true&wait=7 | wait is true or false.",
        "POST | /v1/riders/x/photo?replace=7 | replace is true or false.",
        "GET | /faces?done=unknown | done is one of DELETED, FINAL, RESTORED, TOLD_APART, TAKEN_BACK.",
        "GET | /objects/drink-photos/%ff | The path is not in UTF-8."
      })
  void aWrongParameterIsNamed(String method, String path, String detail) {
    String type = method.equals("POST") ? "image/jpeg" : "";
    Answer answer = client.send(method, path, type, new byte[] {1});

    assertThat(answer.isProblem(400).textAt("detail")).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/executions | {",
        "/v1/executions | []",
        "/v1/executions | null",
        "/v1/executions | 5",
        "/v1/executions | ''",
        "/v1/executions | {}",
        "/v1/executions | {\"userId\":{\"a\":1},\"s3Bucket\":[],\"s3Key\":true}",
        "/v1/executions | {\"userId\":\"\u00ff\"}",
        "/v1/executions | {\"detail\":5}",
        "/v1/executions | {\"detail\":{\"bucket\":7}}",
        "/v1/executions | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "/v1/extractions | {\"padding\":\"x\"}",
        "/v1/extractions | {\"s3Bucket\":\"a\",\"s3Key\":\"b\",\"limit\":\"x\"}",
        "/v1/extractions | {\"s3Bucket\":\"a\",\"s3Key\":\"b\",\"limit\":1e99}",
        "/v1/extractions | {\"s3Bucket\":\"a\",\"s3Key\":\"b\",\"limit\":99999999999}",
        "/v1/extractions | {\"s3Bucket\":7}",
        "/v1/drink-photos/uploads | {\"barName\":1}",
        "/v1/drink-photos/arrivals | {}",
        "/v1/drink-photos/arrivals | {\"key\":\"\"}",
        "/v1/drink-photos/find | ["
      })
  void whatIsWrongWithJsonIsSaidWithoutOurNames(String path, String json) {
    Answer answer = client.send("POST", path, "application/json", json.getBytes(ISO_8859_1));

    assertThat(answer.isProblem(400).textAt("detail"))
        .doesNotContain("Token", "token", "VALUE_", "START_", "null", "`", "deserialize");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/riders/x/photo", "/objects/drink-photos", "/drinks", "/", "/faces"})
  void aFormWithoutWhatIsAskedForIsRefusedInWords(String path) {
    Answer answer = client.post(path, new Form().field("something", "else"));

    assertThat(answer.status()).isBetween(400, 403);
    assertThat(answer.text()).doesNotContain("CompletedFileUpload", "argument", "Required Part");
  }

  @ParameterizedTest
  @CsvSource({
    "Accept, ///",
    "Accept, image/webp",
    "Content-Type, ///",
    "Content-Type, application/json; charset=foo",
    "Cookie, '=;;a=b'",
    "Range, bytes=x",
    "If-Modified-Since, yesterday",
    "X-Forwarded-For, ???",
    "Authorization, Bearer",
    "Expect, 7"
  })
  void anOddHeaderIsTakenOrRefusedInWords(String name, String value) {
    for (String path : new String[] {"/v1/executions", "/v1/bars", "/static/rider-photos.css"}) {
      String answer =
          client.exchange(
              "GET %s HTTP/1.1\nHost: localhost\n%s: %s\nConnection: close\n\n"
                  .formatted(path, name, value),
              new byte[0]);
      assertThat(answer)
          .matches("(?s)HTTP/1.1 (200|304|400|406|415|417) .*")
          .doesNotContain("io.micronaut", "java.", "Exception");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost\nHost: localhost",
        "Host: localhost\nHost: evil.example",
        "Host: evil.example\nHost: localhost",
        "Host: localhost, evil.example",
        "Host:",
        "Host: user@localhost",
        "Host: localhost/",
        "Host: localhost#@evil.example",
        "Host: localhost:port",
        "Host: localhost:123456",
        "Host: local host",
        "Host: [::1",
        "Host: http://localhost",
        "Accept: */*"
      })
  void aRequestNamesOneHost(String headers) {
    String answer =
        client.exchange(
            "GET /v1/executions HTTP/1.1\n" + headers + "\nConnection: close\n\n", new byte[0]);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains(NO_HOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/%zz", "/v1/executions?limit=%zz", "/v1/riders/a b", "/v1/riders/\u0001"})
  void aPathThatIsNoneIsRefusedInWords(String path) {
    String answer =
        client.exchange(
            "GET %s HTTP/1.1\nHost: localhost\nConnection: close\n\n".formatted(path), new byte[0]);

    assertThat(answer)
        .matches("(?s)HTTP/1.[01] 400 .*")
        .doesNotContain("URLDecoder", "java.", "Exception", "Illegal");
  }
}
