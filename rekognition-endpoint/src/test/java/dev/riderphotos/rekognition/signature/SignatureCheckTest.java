package dev.riderphotos.rekognition.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-21T15:08:38Z");
  private static final Sent REQUEST =
      Sent.of(
          """
          POST /rekognition/ HTTP/1.1
          Host: localhost:8080
          Content-Type: application/x-amz-json-1.1
          X-Amz-Target: RekognitionService.ListCollections

          {}""");

  private final SignatureCheck check =
      new SignatureCheck(AccessKeys.of(List.of("AK:SK", "OTHER:a:b")), "rekognition", () -> NOW);

  private final Sent signed = SdkSigner.sign(REQUEST, "AK", "SK", NOW);

  @Test
  void whoHasASecretMaySign() {
    signed.check(check);
    SdkSigner.sign(REQUEST, "OTHER", "a:b", NOW).check(check);
    assertThat(check.claim(signed.head()).accessKeyId()).isEqualTo("AK");
  }

  @Test
  void aWrongSecretAndAnUnknownKeyAreToldApart() {
    assertRefused(SdkSigner.sign(REQUEST, "AK", "wrong", NOW), "InvalidSignatureException");
    assertRefused(SdkSigner.sign(REQUEST, "NOBODY", "SK", NOW), "UnrecognizedClientException");
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -86400, 86400})
  void aSignatureOfAnotherTimeDoesNotPass(long seconds) {
    assertRefused(
        SdkSigner.sign(REQUEST, "AK", "SK", NOW.plusSeconds(seconds)), "InvalidSignatureException");
  }

  @ParameterizedTest
  @ValueSource(longs = {-299, 299})
  void aFewMinutesDoNotMatter(long seconds) {
    SdkSigner.sign(REQUEST, "AK", "SK", NOW.plusSeconds(seconds)).check(check);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "20261121", "20261121T256000Z", "20261121T150838", "20261121T150838Z0"})
  void aDateThatIsNoneDoesNotPass(String date) {
    assertRefusedByHead(signed.with("X-Amz-Date", date), "InvalidSignatureException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "x-amz-date", "x-amz-target"})
  void whatMustBeSignedMustBeSignedAndThereOnce(String name) {
    String authorization = signed.values("Authorization").getFirst();
    assertThat(authorization).contains(name);

    assertRefusedByHead(
        signed.with("Authorization", authorization.replaceFirst(name + ";?", "")),
        "InvalidSignatureException");
    assertRefusedByHead(signed.without(name), "InvalidSignatureException");
    List<Sent.Header> twice = new ArrayList<>(signed.headers());
    twice.add(new Sent.Header(name, signed.values(name).getFirst()));
    assertRefusedByHead(signed.with(twice), "InvalidSignatureException");
  }

  @Test
  void anotherServicesSignatureDoesNotPass() {
    String authorization = signed.values("Authorization").getFirst();

    assertRefusedByHead(
        signed.with("Authorization", authorization.replace("/rekognition/", "/s3/")),
        "InvalidSignatureException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic QTpC",
        "AWS4-HMAC-SHA256 Credential=AK",
        "AWS AK:x",
        "AWS4-HMAC-SHA256 Credential=AK/20261121/x/rekognition/aws4_request, SignedHeaders=host,"
            + " Signature=00"
      })
  void otherAuthorizationsDoNotPass(String authorization) {
    assertRefusedByHead(
        signed.with("Authorization", authorization), "IncompleteSignatureException");
  }

  @Test
  void withoutAnAuthorizationNothingPasses() {
    assertRefusedByHead(signed.without("Authorization"), "MissingAuthenticationTokenException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amzn-trace-id", "expect", "user-agent", "accept-encoding", "via"})
  void whateverIsListedIsChecked(String header) {
    Sent sent = OwnSigner.sign(REQUEST.with(header, "a,  b"), "AK", "SK", NOW);

    sent.check(check);
    sent.with(header, "a, b").check(check);
    assertRefused(sent.with(header, "a,b"), "InvalidSignatureException");
  }

  @Test
  void theBodyIsSignedWhateverAHeaderSaysOfIt() {
    Sent unsigned = REQUEST.with("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD");
    Sent wrong = REQUEST.with("X-Amz-Content-SHA256", Hashes.sha256(new byte[] {1}));

    for (Sent sent : List.of(unsigned, wrong)) {
      assertRefused(OwnSigner.sign(sent, "AK", "SK", NOW), "InvalidSignatureException");
      String hash = sent.values("X-Amz-Content-SHA256").getFirst();
      assertRefused(OwnSigner.sign(sent, hash, "AK", "SK", NOW), "InvalidSignatureException");
    }
  }

  @Test
  void secretsAreNotShown() {
    assertThat(AccessKeys.of(List.of("AK:SK")).toString()).doesNotContain("SK");
    for (String malformed : List.of("AK", ":SK", "AK:", "A K:SK", "AK: ", "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AccessKeys.of(List.of(malformed)))
          .withMessageNotContaining("SK");
    }
  }

  @Test
  void noKeysOrTwoOfOneIdAreNoKeys() {
    assertThatIllegalArgumentException().isThrownBy(() -> AccessKeys.of(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessKeys.of(List.of("AK:SK", "AK:other")))
        .withMessageContaining("AK");
  }

  private void assertRefused(Sent request, String type) {
    assertThatExceptionOfType(RefusedSignatureException.class)
        .isThrownBy(() -> request.check(check))
        .extracting(RefusedSignatureException::type)
        .isEqualTo(type);
  }

  /** Before anything of the body is there. */
  private void assertRefusedByHead(Sent request, String type) {
    assertThatExceptionOfType(RefusedSignatureException.class)
        .isThrownBy(() -> check.claim(request.head()))
        .extracting(RefusedSignatureException::type)
        .isEqualTo(type);
  }
}
