package dev.riderphotos.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class SignatureCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-21T15:08:38Z");

  /** What botocore 1.43 made of this request, this key and this second. */
  private static final String BY_BOTOCORE =
      "AWS4-HMAC-SHA256 Credential=AK/20261121/us-east-1/rekognition/aws4_request,"
          + " SignedHeaders=content-type;host;x-amz-date;x-amz-target,"
          + " Signature=1e1810ddcbd9988249a3d6df5c0a547f2614bca15aceaf3eba3988948ef85898";

  private final SignatureCheck check =
      new SignatureCheck(AccessKeys.of(List.of("AK:SK", "OTHER:a:b")), () -> NOW);

  @Test
  void whatBotocoreSignedPasses() {
    assertThatCode(() -> check.check(byBotocore(Map.of()))).doesNotThrowAnyException();
  }

  @Test
  void whatTheSdkForJavaSignedPasses() {
    assertThatCode(() -> check.check(bySdk("AK", "SK", NOW, "{}"))).doesNotThrowAnyException();
    assertThatCode(() -> check.check(bySdk("OTHER", "a:b", NOW, "{}"))).doesNotThrowAnyException();
  }

  @Test
  void headersThatAreNotSignedMayBeAnything() {
    check.check(byBotocore(Map.of("User-Agent", "anything")));
  }

  @Test
  void withoutKeysEverythingPasses() {
    SignatureCheck open = new SignatureCheck(AccessKeys.of(List.of()), () -> NOW);

    open.check(new ReceivedRequest("/rekognition/", Map.of(), new byte[0]));
    open.check(byBotocore(Map.of("Authorization", "nonsense")));
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example",
    "Content-Type, text/plain",
    "X-Amz-Target, RekognitionService.DeleteCollection",
    "X-Amz-Date, 20261121T150839Z"
  })
  void aChangedHeaderDoesNotPass(String name, String value) {
    assertRefused(byBotocore(Map.of(name, value)), "InvalidSignatureException");
  }

  @Test
  void aChangedBodyOrPathDoesNotPass() {
    Map<String, List<String>> headers = headersByBotocore(Map.of());

    assertRefused(
        new ReceivedRequest("/rekognition/", headers, "{ }".getBytes(UTF_8)),
        "InvalidSignatureException");
    assertRefused(
        new ReceivedRequest("/other", headers, "{}".getBytes(UTF_8)), "InvalidSignatureException");
  }

  @Test
  void aWrongSecretAndAnUnknownKeyAreToldApart() {
    assertRefused(bySdk("AK", "wrong", NOW, "{}"), "InvalidSignatureException");
    assertRefused(bySdk("NOBODY", "SK", NOW, "{}"), "UnrecognizedClientException");
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -86400, 86400})
  void aSignatureOfAnotherTimeDoesNotPass(long seconds) {
    assertRefused(bySdk("AK", "SK", NOW.plusSeconds(seconds), "{}"), "InvalidSignatureException");
  }

  @ParameterizedTest
  @ValueSource(longs = {-299, 299})
  void aFewMinutesDoNotMatter(long seconds) {
    check.check(bySdk("AK", "SK", NOW.plusSeconds(seconds), "{}"));
  }

  @Test
  void whatMustBeSignedMustBeSigned() {
    for (String name : List.of("host;", ";x-amz-date", ";x-amz-target")) {
      assertRefused(
          byBotocore(Map.of("Authorization", BY_BOTOCORE.replace(name, ""))),
          "InvalidSignatureException");
    }
  }

  @Test
  void anotherServicesSignatureDoesNotPass() {
    assertRefused(
        byBotocore(Map.of("Authorization", BY_BOTOCORE.replace("/rekognition/", "/s3/"))),
        "InvalidSignatureException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic QTpC", "AWS4-HMAC-SHA256 Credential=AK", "AWS AK:x"})
  void otherAuthorizationsDoNotPass(String authorization) {
    assertRefused(
        byBotocore(Map.of("Authorization", authorization)), "IncompleteSignatureException");
  }

  @Test
  void withoutAnAuthorizationNothingPasses() {
    assertRefused(
        new ReceivedRequest("/rekognition/", Map.of(), new byte[0]),
        "MissingAuthenticationTokenException");
  }

  @Test
  void secretsAreNotShown() {
    assertThat(AccessKeys.of(List.of("AK:SK")).toString()).doesNotContain("SK");
    for (String malformed : List.of("AK", ":SK", "AK:", "A K:SK")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AccessKeys.of(List.of(malformed)))
          .withMessageNotContaining("SK");
    }
  }

  private void assertRefused(ReceivedRequest request, String type) {
    assertThatExceptionOfType(RekognitionException.class)
        .isThrownBy(() -> check.check(request))
        .extracting(RekognitionException::type)
        .isEqualTo(type);
  }

  private static ReceivedRequest byBotocore(Map<String, String> changes) {
    return new ReceivedRequest("/rekognition/", headersByBotocore(changes), "{}".getBytes(UTF_8));
  }

  private static Map<String, List<String>> headersByBotocore(Map<String, String> changes) {
    Map<String, List<String>> headers =
        new HashMap<>(
            Map.of(
                "Host", List.of("localhost:8080"),
                "Content-Type", List.of("application/x-amz-json-1.1"),
                "X-Amz-Target", List.of("RekognitionService.ListCollections"),
                "X-Amz-Date", List.of("20261121T150838Z"),
                "Authorization", List.of(BY_BOTOCORE)));
    changes.forEach((name, value) -> headers.put(name, List.of(value)));
    return headers;
  }

  private static ReceivedRequest bySdk(String id, String secret, Instant time, String body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://localhost:8080/rekognition/"))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "RekognitionService.ListCollections")
            .build();
    return new ReceivedRequest(
        "/rekognition/",
        AwsV4HttpSigner.create()
            .sign(
                signing ->
                    signing
                        .identity(AwsCredentialsIdentity.create(id, secret))
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rekognition")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
            .request()
            .headers(),
        body.getBytes(UTF_8));
  }
}
