package dev.riderphotos.aws.sqs;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsUse;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Says what is asked of queues. */
final class SqsUses {
  private SqsUses() {}

  /** Where it is: the first thing that anybody asks. */
  static AwsUse found(SqsClient sqs, String queue) {
    return of(sqs, "Queues", queue, "GetQueueUrl");
  }

  static AwsUse of(SqsClient sqs, String sid, String queue, String... operations) {
    return new AwsUse(
        sid,
        AwsUse.actions("sqs", operations),
        Set.of(Arns.of(sqs.serviceClientConfiguration(), "sqs", queue)));
  }
}
