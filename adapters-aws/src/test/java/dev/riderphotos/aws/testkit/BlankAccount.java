package dev.riderphotos.aws.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityRequest;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * An account in which nothing is and whatever is made succeeds, with no network: to see what is
 * made. It knows what is asked of it when resources are made, and that alone.
 */
public final class BlankAccount {
  private static final String QUEUES = "https://sqs.eu-central-1.amazonaws.com/123456789012/";

  private static final DescribeContinuousBackupsResponse NO_BACKUPS =
      DescribeContinuousBackupsResponse.builder()
          .continuousBackupsDescription(
              backups ->
                  backups.pointInTimeRecoveryDescription(
                      point -> point.pointInTimeRecoveryStatus(PointInTimeRecoveryStatus.DISABLED)))
          .build();

  private static final DescribeTimeToLiveResponse NO_EXPIRY =
      DescribeTimeToLiveResponse.builder()
          .timeToLiveDescription(expiry -> expiry.timeToLiveStatus(TimeToLiveStatus.DISABLED))
          .build();

  private final List<SdkRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /** A client of this account; where it is to be found, the real one says. */
  public <C> C client(Class<C> type, C real) {
    InvocationHandler handler = (proxy, method, given) -> answer(real, proxy, method, given);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** All requests of a kind, in their order. */
  public <R extends SdkRequest> Stream<R> requests(Class<R> kind) {
    return requests.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What had to be allowed so far. */
  public Set<Permission> needed() {
    return requests.stream().flatMap(Permission::neededBy).collect(Collectors.toSet());
  }

  private @Nullable Object answer(
      Object real, Object proxy, Method method, Object @Nullable [] given) throws Throwable {
    if (given != null && given.length > 0 && given[0] instanceof SdkRequest request) {
      requests.add(request);
      return request.getClass().getSimpleName().matches("(Create|Put|Set|Update).*")
          ? written(request, method.getReturnType())
          : read(request);
    }
    if (method.getName().equals("waiter")) {
      return DynamoDbWaiter.builder().client((DynamoDbClient) proxy).build();
    }
    return given != null && method.isDefault()
        ? InvocationHandler.invokeDefault(proxy, method, given) // fills in a request
        : own(real, method);
  }

  private static @Nullable Object own(Object real, Method method) throws Throwable {
    try {
      return method.invoke(real);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Object written(SdkRequest request, Class<?> response)
      throws ReflectiveOperationException {
    Stream.of("QueueName", "TableName")
        .flatMap(field -> request.getValueForField(field, String.class).stream())
        .forEach(made::add);
    return ((SdkBuilder<?, ?>) response.getMethod("builder").invoke(null)).build();
  }

  private Object read(SdkRequest request) {
    return switch (request) {
      case GetQueueUrlRequest queue -> url(queue.queueName());
      case GetQueueAttributesRequest queue -> attributes(queue.queueUrl());
      case DescribeTableRequest table -> table(table.tableName());
      case GetItemRequest item -> nothingIn(item.tableName());
      case DescribeContinuousBackupsRequest _ -> NO_BACKUPS;
      case DescribeTimeToLiveRequest _ -> NO_EXPIRY;
      case GetBucketNotificationConfigurationRequest _ ->
          GetBucketNotificationConfigurationResponse.builder().build();
      case S3Request _ -> throw absentFromS3();
      case DescribeCollectionRequest _ ->
          throw software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException
              .builder()
              .build();
      case DescribeSecretRequest _ ->
          throw software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException
              .builder()
              .build();
      case GetEmailIdentityRequest _ -> throw NotFoundException.builder().build();
      default -> throw new IllegalArgumentException(request.getClass().getSimpleName());
    };
  }

  private GetQueueUrlResponse url(String queue) {
    if (!made.contains(queue)) {
      throw QueueDoesNotExistException.builder().build();
    }
    return GetQueueUrlResponse.builder().queueUrl(QUEUES + queue).build();
  }

  private static GetQueueAttributesResponse attributes(String url) {
    String arn = "arn:aws:sqs:eu-central-1:123456789012:" + url.substring(QUEUES.length());
    return GetQueueAttributesResponse.builder()
        .attributes(Map.of(QueueAttributeName.QUEUE_ARN, arn))
        .build();
  }

  private GetItemResponse nothingIn(String table) {
    if (!made.contains(table)) {
      throw ResourceNotFoundException.builder().build();
    }
    return GetItemResponse.builder().build();
  }

  private DescribeTableResponse table(String name) {
    if (!made.contains(name)) {
      throw ResourceNotFoundException.builder().build();
    }
    return DescribeTableResponse.builder()
        .table(table -> table.tableStatus(TableStatus.ACTIVE))
        .build();
  }

  private static S3Exception absentFromS3() {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(404)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchBucket").build())
            .build();
  }
}
