package dev.riderphotos.aws;

import dev.riderphotos.BackendException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Says of the SDK's faults whether they may pass: the one place for all services. What may pass was
 * tried again within seconds by the SDK already; callers that go on trying do so with longer
 * pauses.
 */
final class AwsFaults {
  /** What passes although its status says that the request is to blame. */
  private static final Set<String> PASSING =
      Set.of(
          "ConcurrentModificationException",
          "InternalError",
          "OperationAborted",
          "RequestTimeout",
          "ResourceInUseException",
          "TransactionConflictException",
          "TransactionInProgressException");

  private static final int REQUEST_TIMEOUT = 408;

  private AwsFaults() {}

  /**
   * What the call returns.
   *
   * @param doing as of {@link BackendException}: never a key, a photo or a face
   */
  static <T> T during(String doing, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException fault) {
      throw of(doing, fault);
    } catch (UncheckedIOException brokenOff) {
      throw new BackendException(doing, true, brokenOff);
    }
  }

  static BackendException of(String doing, SdkException fault) {
    return new BackendException(doing, mayPass(fault), fault);
  }

  private static boolean mayPass(SdkException fault) {
    return switch (fault) {
      case AwsServiceException answer -> mayPass(answer) || PASSING.contains(code(answer));
      case SdkServiceException answer -> mayPass(answer);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ -> true;
      default -> fault.retryable() || fault.getCause() instanceof IOException;
    };
  }

  private static boolean mayPass(SdkServiceException answer) {
    return answer.isThrottlingException()
        || answer.isClockSkewException()
        || answer.statusCode() >= 500
        || answer.statusCode() == REQUEST_TIMEOUT;
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
  }
}
