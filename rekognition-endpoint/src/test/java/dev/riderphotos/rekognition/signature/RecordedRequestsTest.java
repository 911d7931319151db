package dev.riderphotos.rekognition.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What four SDKs sent, with AWS's example key and the second of its examples. */
class RecordedRequestsTest {
  private final SignatureCheck check =
      new SignatureCheck(
          AccessKeys.of(List.of("AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")),
          "rekognition",
          () -> Instant.parse("2015-08-30T12:36:00Z"));

  @ParameterizedTest
  @ValueSource(strings = {"boto3", "java-1", "java-2", "javascript-3"})
  void whatAnSdkSignedPasses(String sdk) {
    Sent.recorded(sdk).check(check);
  }

  /** So that the recordings stay worth having. */
  @ParameterizedTest
  @CsvSource({
    "java-1, user-agent",
    "java-1, content-length",
    "java-1, amz-sdk-retry",
    "java-2, x-amz-content-sha256",
    "javascript-3, x-amz-user-agent",
    "boto3, content-type"
  })
  void sdksSignMoreThanMustBe(String sdk, String header) {
    assertThat(Sent.recorded(sdk).signedHeaders()).contains(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"boto3", "java-1", "java-2", "javascript-3"})
  void oneListedHeaderChangedDoesNotPass(String sdk) {
    Sent sent = Sent.recorded(sdk);
    for (String listed : sent.signedHeaders()) {
      String value = sent.values(listed).getFirst().strip();

      assertRefused(sent.with(listed, value + "1"));
      assertRefused(sent.with(listed, value.substring(1)));
      assertRefused(sent.without(listed));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"boto3", "java-1", "java-2", "javascript-3"})
  void noMoreAndNoFewerHeadersCanBeSaidToBeSigned(String sdk) {
    Sent sent = Sent.recorded(sdk);
    String authorization = sent.values("Authorization").getFirst();

    assertRefused(sent.with("Authorization", authorization.replace("Headers=", "Headers=accept;")));
    for (String listed : sent.signedHeaders()) {
      assertRefused(
          sent.with(
              "Authorization", authorization.replaceFirst("([=;])" + listed + "(;|(?=,))", "$1")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"boto3", "java-1", "java-2", "javascript-3"})
  void anotherBodyPathQueryOrMethodDoesNotPass(String sdk) {
    Sent sent = Sent.recorded(sdk);

    assertRefused(sent.withBody("{}"));
    assertRefused(sent.withTarget("/v1/riders"));
    assertRefused(sent.withTarget(sent.target() + "?a=b"));
    assertRefused(sent.withMethod("PUT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"boto3", "java-1", "java-2", "javascript-3"})
  void whatProxiesDoToARequestDoesNotMatter(String sdk) {
    Sent sent = Sent.recorded(sdk);
    List<Sent.Header> respelled =
        Arrays.asList(
            sent.headers().stream()
                .map(it -> new Sent.Header(it.name().toUpperCase(Locale.ROOT), it.value() + " \t"))
                .toArray(Sent.Header[]::new));
    Collections.shuffle(respelled, new Random(4));

    sent.with(respelled).with("Via", "1.1 proxy").with("Connection", "close").check(check);
  }

  private void assertRefused(Sent sent) {
    assertThatExceptionOfType(RefusedSignatureException.class).isThrownBy(() -> sent.check(check));
  }
}
