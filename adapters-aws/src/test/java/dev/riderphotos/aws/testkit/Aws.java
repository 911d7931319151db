package dev.riderphotos.aws.testkit;

import dev.riderphotos.aws.dynamodb.TableDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An AWS to test on: clients, and names that nobody else uses. What is made by it, or told to it,
 * goes with the test that made it.
 */
public final class Aws {
  private final @Nullable Endpoints endpoints;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final boolean inThisJvm;
  private final SdkClients clients = new SdkClients();
  private final S3Client s3;
  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;
  private final Deque<Runnable> removals = new ArrayDeque<>();

  /**
   * Makes one.
   *
   * @param endpoints or {@code null} to find them as the SDK does
   * @param inThisJvm whether it is emulators that know less than AWS does
   */
  Aws(
      @Nullable Endpoints endpoints,
      Region region,
      AwsCredentialsProvider credentials,
      boolean inThisJvm) {
    this.endpoints = endpoints;
    this.region = region;
    this.credentials = credentials;
    this.inThisJvm = inThisJvm;
    this.s3 = s3Client();
    this.dynamoDb = dynamoDbClient();
    this.sqs = sqsClient();
  }

  /** Whatever {@code AWS_ENDPOINT_URL} names; never AWS itself by mistake. */
  static Aws atEndpointUrl() {
    if (System.getenv("AWS_ENDPOINT_URL") == null) {
      throw new IllegalStateException("AWS_ENDPOINT_URL does not say where to test");
    }
    return new Aws(
        null,
        DefaultAwsRegionProviderChain.builder().build().getRegion(),
        DefaultCredentialsProvider.builder().build(),
        false);
  }

  static AwsCredentialsProvider keys(String access, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(access, secret));
  }

  public Region region() {
    return region;
  }

  public AwsCredentialsProvider credentials() {
    return credentials;
  }

  public S3Client s3() {
    return s3;
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  public SqsClient sqs() {
    return sqs;
  }

  /** Where services answer, or {@code null} where the SDK finds them by itself. */
  public @Nullable Endpoints endpoints() {
    return endpoints;
  }

  /** Whether it is {@link Emulators}. */
  public boolean inThisJvm() {
    return inThisJvm;
  }

  /** A name that nobody else uses, fit for a bucket, a table and a queue. */
  public static String uniqueName(String suffix) {
    return "test-" + UUID.randomUUID().toString().substring(0, 13) + "-" + suffix;
  }

  /** A new bucket, empty. */
  public String newBucket(String suffix) {
    String bucket = uniqueName(suffix);
    s3.createBucket(request -> request.bucket(bucket));
    removeAfterwards(() -> removeBucket(bucket));
    return bucket;
  }

  /** A new table, empty. */
  public String newTable(Function<String, TableDefinition> definition) {
    TableDefinition table = definition.apply(uniqueName("table"));
    table.create(dynamoDb);
    removeAfterwards(() -> dynamoDb.deleteTable(request -> request.tableName(table.name())));
    return table.name();
  }

  /** To be done when the test is over, the last told first. */
  public void removeAfterwards(Runnable removal) {
    removals.push(removal);
  }

  void removeWhatWasMade() {
    while (!removals.isEmpty()) {
      removals.pop().run();
    }
  }

  private void removeBucket(String bucket) {
    for (S3Object object :
        s3.listObjectsV2Paginator(request -> request.bucket(bucket)).contents()) {
      s3.deleteObject(request -> request.bucket(bucket).key(object.key()));
    }
    s3.deleteBucket(request -> request.bucket(bucket));
  }

  private S3Client s3Client() {
    var builder = clients.configure(S3Client.builder()).region(region);
    if (endpoints != null) {
      builder.endpointOverride(endpoints.s3()).forcePathStyle(true);
    }
    return builder.credentialsProvider(credentials).build();
  }

  private DynamoDbClient dynamoDbClient() {
    var builder = clients.configure(DynamoDbClient.builder()).region(region);
    if (endpoints != null) {
      builder.endpointOverride(endpoints.dynamoDb());
    }
    return builder.credentialsProvider(credentials).build();
  }

  private SqsClient sqsClient() {
    var builder = clients.configure(SqsClient.builder()).region(region);
    if (endpoints != null) {
      builder.endpointOverride(endpoints.sqs());
    }
    return builder.credentialsProvider(credentials).build();
  }
}
