package dev.riderphotos.aws;

import dev.riderphotos.BackendException;
import dev.riderphotos.ThrottledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Says of the SDK's faults whether they may pass: the one place for all services. What may pass was
 * tried again within seconds by the SDK already; callers that go on trying do so with longer
 * pauses.
 *
 * <p>An answer without a code of AWS's comes from something on the way there, such as a proxy. That
 * it has nobody to pass the call on to (502) may change by itself, and so may an answer that broke
 * off or cannot be read; that it bars the way (403, 404, 407) is for people to change.
 */
public final class AwsFaults {
  /** What passes although its status says that the request is to blame. */
  private static final Set<String> PASSING =
      Set.of(
          "ConcurrentModificationException",
          "ExecutionLimitExceeded",
          "InternalError",
          "OperationAborted",
          "RequestTimeout",
          "ResourceInUseException",
          "TransactionConflictException",
          "TransactionInProgressException");

  private static final int REQUEST_TIMEOUT = 408;

  private AwsFaults() {}

  /**
   * Makes the call, and returns what it returns.
   *
   * @param doing as of {@link BackendException}: never a key, a photo or a face
   */
  public static <T> T during(String doing, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException fault) {
      throw of(doing, fault);
    } catch (UncheckedIOException brokenOff) {
      throw new BackendException(doing, true, brokenOff);
    }
  }

  public static BackendException of(String doing, SdkException fault) {
    return isThrottled(fault)
        ? new ThrottledException(doing, fault)
        : new BackendException(doing, mayPass(fault), fault);
  }

  private static boolean isThrottled(SdkException fault) {
    return fault instanceof SdkServiceException answer && answer.isThrottlingException();
  }

  private static boolean mayPass(SdkException fault) {
    return switch (fault) {
      case AwsServiceException answer -> mayPass(answer) || PASSING.contains(code(answer));
      case SdkServiceException answer -> mayPass(answer);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ -> true;
      default -> fault.retryable() || isUnreadable(fault.getCause());
    };
  }

  private static boolean mayPass(SdkServiceException answer) {
    return answer.isThrottlingException()
        || answer.isClockSkewException()
        || answer.statusCode() >= 500
        || answer.statusCode() == REQUEST_TIMEOUT;
  }

  /** Whether the answer broke off, or was never one in the service's own language. */
  private static boolean isUnreadable(@Nullable Throwable cause) {
    return cause instanceof IOException
        || cause instanceof XMLStreamException
        || (cause != null && isUnreadable(cause.getCause()));
  }

  /** What AWS calls the fault; empty if it was not AWS that answered. */
  public static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
  }

  /** Whether it was the condition of the transaction's first write that did not hold. */
  public static boolean firstRefused(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream()
        .findFirst()
        .map(CancellationReason::code)
        .filter("ConditionalCheckFailed"::equals)
        .isPresent();
  }
}
