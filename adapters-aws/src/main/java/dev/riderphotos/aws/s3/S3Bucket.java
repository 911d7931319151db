package dev.riderphotos.aws.s3;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsPolicy;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.sqs.SqsQueues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * A bucket: private, encrypted, for TLS alone; it may tell a queue of what arrives, and be open to
 * the pages of some origins.
 */
public final class S3Bucket implements AwsResource {
  private static final int NOT_FOUND = 404;
  private static final PublicAccessBlockConfiguration PRIVATE =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(true)
          .restrictPublicBuckets(true)
          .build();

  /** Not all are called as their operations are. */
  private static final Set<String> MAKING =
      Set.of(
          "s3:CreateBucket",
          "s3:GetBucketPublicAccessBlock",
          "s3:PutBucketPublicAccessBlock",
          "s3:GetEncryptionConfiguration",
          "s3:PutEncryptionConfiguration",
          "s3:GetBucketPolicy",
          "s3:PutBucketPolicy");

  private final S3Client s3;
  private final String bucket;
  private final Set<String> origins;
  private final @Nullable SqsQueues queues;

  /**
   * Makes one that nobody is told about.
   *
   * @param origins whose pages may put and read its objects
   */
  public S3Bucket(S3Client s3, String bucket, Set<String> origins) {
    this(s3, bucket, origins, null);
  }

  private S3Bucket(S3Client s3, String bucket, Set<String> origins, @Nullable SqsQueues queues) {
    this.s3 = s3;
    this.bucket = bucket;
    this.origins = Set.copyOf(origins);
    this.queues = queues;
  }

  /** The same bucket, which tells the queue of what arrives; the queue is made before. */
  public S3Bucket telling(SqsQueues told) {
    return new S3Bucket(s3, bucket, origins, told);
  }

  @Override
  public Part check() {
    return AwsParts.check("bucket " + bucket, this::isThere);
  }

  @Override
  public List<Part> create() {
    List<Part> parts = new ArrayList<>();
    parts.add(AwsParts.ensure("bucket " + bucket, this::isThere, this::createBucket));
    parts.add(ensure("no public access", this::isPrivate, this::makePrivate));
    parts.add(ensure("encryption", this::isEncrypted, this::encrypt));
    parts.add(forTlsAlone());
    if (!origins.isEmpty()) {
      parts.add(ensure("CORS", this::isOpenToOrigins, this::openToOrigins));
    }
    if (queues != null) {
      parts.add(ensure("events", () -> tells(queues.arn()), () -> tell(queues.arn())));
    }
    return parts;
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(S3Uses.listed(s3, bucket));
  }

  @Override
  public List<AwsUse> makes() {
    List<AwsUse> makes = new ArrayList<>();
    makes.add(use("MakeBuckets", MAKING));
    if (!origins.isEmpty()) {
      makes.add(use("OpenBuckets", Set.of("s3:GetBucketCORS", "s3:PutBucketCORS")));
    }
    if (queues != null) {
      makes.add(use("TellQueue", Set.of("s3:GetBucketNotification", "s3:PutBucketNotification")));
    }
    return makes;
  }

  private AwsUse use(String sid, Set<String> actions) {
    return new AwsUse(sid, actions, Set.of(arn()));
  }

  private Part ensure(String what, BooleanSupplier there, Runnable make) {
    return AwsParts.ensure("bucket %s: %s".formatted(bucket, what), there, make);
  }

  /** Listed, for the answer to a HEAD has no body that tells S3's 404 from a proxy's. */
  private boolean isThere() {
    return found(
        () -> bucket.equals(s3.listObjectsV2(request -> request.bucket(bucket).maxKeys(1)).name()));
  }

  private void createBucket() {
    Region region = s3.serviceClientConfiguration().region();
    boolean first = Region.US_EAST_1.equals(region); // has no name for itself here
    CreateBucketConfiguration where =
        CreateBucketConfiguration.builder()
            .locationConstraint(BucketLocationConstraint.fromValue(region.id()))
            .build();
    var _ =
        s3.createBucket(
            request -> request.bucket(bucket).createBucketConfiguration(first ? null : where));
  }

  private boolean isPrivate() {
    return found(
        () ->
            s3.getPublicAccessBlock(request -> request.bucket(bucket))
                .publicAccessBlockConfiguration()
                .equals(PRIVATE));
  }

  private void makePrivate() {
    var _ =
        s3.putPublicAccessBlock(
            request -> request.bucket(bucket).publicAccessBlockConfiguration(PRIVATE));
  }

  private boolean isEncrypted() {
    return found(
        () ->
            s3.getBucketEncryption(request -> request.bucket(bucket))
                .serverSideEncryptionConfiguration()
                .hasRules());
  }

  private void encrypt() {
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    var _ =
        s3.putBucketEncryption(
            request ->
                request
                    .bucket(bucket)
                    .serverSideEncryptionConfiguration(encryption -> encryption.rules(rule)));
  }

  /** Where S3 is reached without TLS, such a policy would bar everybody from the bucket. */
  private Part forTlsAlone() {
    return S3Addresses.ofBucket(s3, bucket).startsWith("http:")
        ? new Part(
            "bucket %s: TLS only (its endpoint is plain http)".formatted(bucket), State.LEFT_OUT)
        : ensure("TLS only", this::isForTlsAlone, this::refusePlainHttp);
  }

  private boolean isForTlsAlone() {
    return policy().contains("aws:SecureTransport");
  }

  private void refusePlainHttp() {
    String statement =
        """
        {"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
         "Resource": ["%1$s", "%1$s/*"],
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        """
            .formatted(arn());
    String more = AwsPolicy.with(policy(), statement);
    var _ = s3.putBucketPolicy(request -> request.bucket(bucket).policy(more));
  }

  private String policy() {
    try {
      return s3.getBucketPolicy(request -> request.bucket(bucket)).policy();
    } catch (S3Exception answer) {
      if (saysAbsent(answer)) {
        return "";
      }
      throw answer;
    }
  }

  private boolean isOpenToOrigins() {
    return found(
        () ->
            s3.getBucketCors(request -> request.bucket(bucket)).corsRules().stream()
                .anyMatch(rule -> rule.allowedOrigins().containsAll(origins)));
  }

  private void openToOrigins() {
    var _ =
        s3.putBucketCors(
            request ->
                request.bucket(bucket).corsConfiguration(cors -> cors.corsRules(openTo(origins))));
  }

  /** Whatever header an upload may carry, checksums too; and its answer's ETag may be read. */
  static CORSRule openTo(Set<String> origins) {
    return CORSRule.builder()
        .allowedOrigins(origins)
        .allowedMethods("GET", "HEAD", "PUT", "POST")
        .allowedHeaders("*")
        .exposeHeaders("ETag")
        .maxAgeSeconds(3600)
        .build();
  }

  private boolean tells(String queue) {
    return s3
        .getBucketNotificationConfiguration(request -> request.bucket(bucket))
        .queueConfigurations()
        .stream()
        .anyMatch(told -> told.queueArn().equals(queue));
  }

  /** Others who are told of other things go on being told. */
  private void tell(String queue) {
    var told = s3.getBucketNotificationConfiguration(request -> request.bucket(bucket));
    List<QueueConfiguration> queues = new ArrayList<>(told.queueConfigurations());
    queues.add(
        QueueConfiguration.builder().queueArn(queue).events(Event.S3_OBJECT_CREATED).build());
    NotificationConfiguration next =
        NotificationConfiguration.builder()
            .queueConfigurations(queues)
            .topicConfigurations(told.topicConfigurations())
            .lambdaFunctionConfigurations(told.lambdaFunctionConfigurations())
            .eventBridgeConfiguration(told.eventBridgeConfiguration())
            .build();
    var _ =
        s3.putBucketNotificationConfiguration(
            request -> request.bucket(bucket).notificationConfiguration(next));
  }

  private String arn() {
    return Arns.ofBucket(s3.serviceClientConfiguration(), bucket);
  }

  private static boolean found(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (S3Exception answer) {
      if (saysAbsent(answer)) {
        return false;
      }
      throw answer;
    }
  }

  /** A 404 without a code is somebody else's. */
  private static boolean saysAbsent(S3Exception answer) {
    return answer.statusCode() == NOT_FOUND && !AwsFaults.code(answer).isEmpty();
  }
}
