package dev.riderphotos.aws.sqs;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue by its name; where it is, is asked for once. */
public final class SqsQueue {
  /** One call receives no more messages. */
  static final int BATCH = 10;

  private final SqsClient sqs;
  private final String name;
  private final AtomicReference<@Nullable String> url = new AtomicReference<>();

  public SqsQueue(SqsClient sqs, String name) {
    this.sqs = sqs;
    this.name = name;
  }

  /** Some messages, which nobody else gets for a while; none if none comes in time. */
  public List<Message> receive(int most, Duration wait, Duration hidden) {
    return AwsFaults.during(
        "receive events",
        () ->
            sqs.receiveMessage(
                    request ->
                        request
                            .queueUrl(url())
                            .maxNumberOfMessages(Math.min(most, BATCH))
                            .waitTimeSeconds((int) wait.toSeconds())
                            .visibilityTimeout((int) hidden.toSeconds())
                            .messageAttributeNames("All")
                            .messageSystemAttributeNames(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages());
  }

  /** From now on nobody gets the message for so long. */
  void hide(Message message, Duration time) {
    var _ =
        AwsFaults.during(
            "hold an event",
            () ->
                sqs.changeMessageVisibility(
                    request ->
                        request
                            .queueUrl(url())
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout((int) time.toSeconds())));
  }

  void delete(Message message) {
    var _ =
        AwsFaults.during(
            "delete an event",
            () ->
                sqs.deleteMessage(
                    request -> request.queueUrl(url()).receiptHandle(message.receiptHandle())));
  }

  public void send(String body) {
    send(body, Map.of());
  }

  /** Sends an event, and texts that tell more about it, none of them empty. */
  void send(String body, Map<String, String> told) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    told.forEach((name, text) -> attributes.put(name, text(text)));
    var _ =
        AwsFaults.during(
            "send an event",
            () ->
                sqs.sendMessage(
                    request ->
                        request.queueUrl(url()).messageBody(body).messageAttributes(attributes)));
  }

  /** What its sender told of the message, beside what it says. */
  static Optional<String> told(Message message, String name) {
    return Optional.ofNullable(message.messageAttributes().get(name))
        .map(MessageAttributeValue::stringValue);
  }

  private static MessageAttributeValue text(String text) {
    return MessageAttributeValue.builder().dataType("String").stringValue(text).build();
  }

  void check() {
    var _ =
        AwsFaults.during(
            "reach the queue",
            () ->
                sqs.getQueueAttributes(
                    request ->
                        request.queueUrl(url()).attributeNames(QueueAttributeName.QUEUE_ARN)));
  }

  AwsUse use(String sid, String... operations) {
    return SqsUses.of(sqs, sid, name, operations);
  }

  AwsUse found() {
    return SqsUses.found(sqs, name);
  }

  /** How often it was received, with this time. */
  static int receives(Message message) {
    return Integer.parseInt(
        message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
  }

  static Instant sentAt(Message message) {
    return Instant.ofEpochMilli(
        Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)));
  }

  private String url() {
    String known = url.get();
    if (known != null) {
      return known;
    }
    String found =
        Optional.ofNullable(sqs.getQueueUrl(request -> request.queueName(name)).queueUrl())
            .orElseThrow(() -> RetryableException.create("It does not say where the queue is"));
    url.set(found);
    return found;
  }
}
