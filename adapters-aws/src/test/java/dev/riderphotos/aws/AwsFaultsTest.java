package dev.riderphotos.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class AwsFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "400, ThrottlingException",
    "400, ProvisionedThroughputExceededException",
    "400, TransactionConflictException",
    "400, RequestTimeTooSkewed",
    "400, RequestTimeout",
    "403, RequestTimeTooSkewed",
    "408, Whatever",
    "409, OperationAborted",
    "429, Whatever",
    "500, InternalError",
    "503, SlowDown"
  })
  void passes(int status, String code) {
    assertThat(AwsFaults.of("do it", answer(status, code)).retryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "400, ExpiredTokenException",
    "400, ValidationException",
    "400, ResourceNotFoundException",
    "403, AccessDenied",
    "403, ExpiredToken",
    "403, InvalidAccessKeyId",
    "404, NoSuchBucket"
  })
  void doesNotPass(int status, String code) {
    assertThat(AwsFaults.of("do it", answer(status, code)).retryable()).isFalse();
  }

  @Test
  void anAnswerWithoutDetailsGoesByItsStatus() {
    assertThat(AwsFaults.of("do it", answerWithout(403)).retryable()).isFalse();
    assertThat(AwsFaults.of("do it", answerWithout(502)).retryable()).isTrue();
  }

  @Test
  void aTransactionWithoutReasonsIsNotRefusedByItsCondition() {
    assertThat(AwsFaults.firstRefused(TransactionCanceledException.builder().build())).isFalse();
  }

  @Test
  void whatNeverReachedAwsPassesUnlessItWasNeverSent() {
    assertThat(AwsFaults.of("do it", ApiCallTimeoutException.create(1)).retryable()).isTrue();
    assertThat(AwsFaults.of("do it", ApiCallAttemptTimeoutException.create(1)).retryable())
        .isTrue();
    assertThat(
            AwsFaults.of("do it", SdkClientException.create("cut", new IOException("cut")))
                .retryable())
        .isTrue();
    assertThat(AwsFaults.of("do it", SdkClientException.create("no credentials")).retryable())
        .isFalse();
  }

  @Test
  void saysWhatWasBeingDoneAndKeepsTheCause() {
    SdkException fault = answer(404, "NoSuchBucket");

    assertThatThrownBy(
            () ->
                AwsFaults.during(
                    "read a photo",
                    () -> {
                      throw fault;
                    }))
        .isInstanceOf(BackendException.class)
        .hasMessage("Could not read a photo")
        .hasCause(fault);
  }

  private static SdkException answerWithout(int status) {
    return AwsServiceException.builder().statusCode(status).build();
  }

  private static SdkException answer(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .message("of riders/ada/photo.jpg")
        .build();
  }
}
