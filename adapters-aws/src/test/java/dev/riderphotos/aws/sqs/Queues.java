package dev.riderphotos.aws.sqs;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.event.EventSettings;
import java.util.List;

/** Queues for a test. */
final class Queues {
  private Queues() {}

  /** One of this name, and one for its dead letters. */
  static void make(Aws aws, String name, EventSettings settings) {
    String dead = name + "-dead";
    var _ = new SqsQueues(aws.sqs(), name, dead, settings.attempts(), List.of()).create();
    aws.removeAfterwards(() -> remove(aws, name));
    aws.removeAfterwards(() -> remove(aws, dead));
  }

  private static void remove(Aws aws, String name) {
    String url = aws.sqs().getQueueUrl(request -> request.queueName(name)).queueUrl();
    var _ = aws.sqs().deleteQueue(request -> request.queueUrl(url));
  }
}
