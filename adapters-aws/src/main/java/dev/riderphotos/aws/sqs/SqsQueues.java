package dev.riderphotos.aws.sqs;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsPolicy;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The queue of events, into which buckets may put them, and that of dead letters, to which the
 * first moves what was received in vain.
 */
public final class SqsQueues implements AwsResource {
  private static final String KEPT = String.valueOf(Duration.ofDays(14).toSeconds());

  private final SqsClient sqs;
  private final String queue;
  private final String dead;
  private final int attempts;
  private final List<String> buckets;

  /**
   * Makes the queue and the queue of dead letters.
   *
   * @param attempts receives after which an event is dead
   * @param buckets that may put events into the queue
   */
  public SqsQueues(SqsClient sqs, String queue, String dead, int attempts, List<String> buckets) {
    this.sqs = sqs;
    this.queue = queue;
    this.dead = dead;
    this.attempts = attempts;
    this.buckets = List.copyOf(buckets);
  }

  @Override
  public Part check() {
    return AwsParts.check(
        "queues %s and %s".formatted(queue, dead), () -> isThere(queue) && isThere(dead));
  }

  @Override
  public List<Part> create() {
    List<Part> parts = new ArrayList<>();
    parts.add(AwsParts.ensure("queue " + dead, () -> isThere(dead), () -> create(dead)));
    parts.add(ensureEncrypted(dead));
    parts.add(AwsParts.ensure("queue " + queue, () -> isThere(queue), () -> create(queue)));
    parts.add(ensureEncrypted(queue));
    parts.add(
        AwsParts.ensure(
            "queue %s: dead letters after %d receives".formatted(queue, attempts),
            () -> attributes(queue).containsKey(QueueAttributeName.REDRIVE_POLICY),
            () -> set(queue, QueueAttributeName.REDRIVE_POLICY, redrivePolicy())));
    if (!buckets.isEmpty()) {
      parts.add(
          AwsParts.ensure(
              "queue %s: open to the buckets".formatted(queue),
              () -> buckets.stream().allMatch(policy()::contains),
              () -> set(queue, QueueAttributeName.POLICY, AwsPolicy.with(policy(), statement()))));
    }
    return parts;
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(SqsUses.found(sqs, queue), SqsUses.found(sqs, dead));
  }

  @Override
  public List<AwsUse> makes() {
    return Stream.of(queue, dead)
        .map(
            name ->
                SqsUses.of(
                    sqs,
                    "MakeQueues",
                    name,
                    "CreateQueue",
                    "GetQueueAttributes",
                    "SetQueueAttributes"))
        .toList();
  }

  /** What S3 calls the queue of events by. */
  public String arn() {
    return arn(queue);
  }

  private Part ensureEncrypted(String name) {
    return AwsParts.ensure(
        "queue %s: encryption".formatted(name),
        () ->
            "true".equals(attributes(name).get(QueueAttributeName.SQS_MANAGED_SSE_ENABLED))
                || attributes(name).containsKey(QueueAttributeName.KMS_MASTER_KEY_ID),
        () -> set(name, QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true"));
  }

  private boolean isThere(String name) {
    try {
      return !url(name).isEmpty();
    } catch (QueueDoesNotExistException absent) {
      return false;
    }
  }

  private void create(String name) {
    var _ =
        sqs.createQueue(
            request ->
                request
                    .queueName(name)
                    .attributes(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, KEPT)));
  }

  private String redrivePolicy() {
    return """
    {"deadLetterTargetArn": "%s", "maxReceiveCount": "%d"}\
    """
        .formatted(arn(dead), attempts);
  }

  private String statement() {
    String arn = arn(queue);
    String[] parts = arn.split(":", -1); // arn:partition:sqs:region:account:name
    String sources =
        buckets.stream()
            .map(bucket -> "\"arn:%s:s3:::%s\"".formatted(parts[1], bucket))
            .collect(Collectors.joining(", ", "[", "]"));
    return """
    {"Sid": "EventsOfBuckets", "Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"},
     "Action": "sqs:SendMessage", "Resource": "%s",
     "Condition": {"ArnEquals": {"aws:SourceArn": %s},
                   "StringEquals": {"aws:SourceAccount": "%s"}}}
    """
        .formatted(arn, sources, parts[4]);
  }

  private String policy() {
    return attributes(queue).getOrDefault(QueueAttributeName.POLICY, "");
  }

  private String arn(String name) {
    return attributes(name).getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  private Map<QueueAttributeName, String> attributes(String name) {
    String url = url(name);
    return sqs.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private void set(String name, QueueAttributeName attribute, String value) {
    String url = url(name);
    var _ =
        sqs.setQueueAttributes(
            request -> request.queueUrl(url).attributes(Map.of(attribute, value)));
  }

  private String url(String name) {
    return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }
}
