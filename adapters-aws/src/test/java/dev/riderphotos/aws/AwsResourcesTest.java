package dev.riderphotos.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.s3.S3Bucket;
import dev.riderphotos.aws.sqs.SqsQueues;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is missing is named and made, and what is there is left alone. */
@OnAws
class AwsResourcesTest {
  private final Aws aws;
  private final String name = Aws.uniqueName("made");

  AwsResourcesTest(Aws aws) {
    this.aws = aws;
  }

  @Test
  void aBucketIsMadeOnce() {
    S3Bucket bucket = new S3Bucket(aws.s3(), name, Set.of("https://drinks.example.com"));
    assertThat(bucket.check()).isEqualTo(new Part("bucket " + name, State.MISSING));
    aws.removeAfterwards(() -> aws.s3().deleteBucket(request -> request.bucket(name)));

    assertThat(bucket.create()).contains(new Part("bucket " + name, State.MADE));

    assertThat(bucket.check().state()).isEqualTo(State.THERE);
    assertIsThere(bucket.create());
  }

  /** Emulators heed its Deny, and not always its condition. */
  @Test
  void aBucketBehindPlainHttpGetsNoPolicyAgainstPlainHttp() {
    assumeThat(aws.inThisJvm()).as("reached by plain http").isTrue();
    S3Bucket bucket = new S3Bucket(aws.s3(), aws.newBucket("plain"), Set.of());

    assertThat(bucket.create())
        .filteredOn(part -> part.name().contains("TLS only"))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.name()).endsWith(": TLS only (its endpoint is plain http)");
              assertThat(part.state()).isEqualTo(State.LEFT_OUT);
              assertThat(part.state().fine()).isTrue();
            });
  }

  @Test
  void queuesAreMadeOnce() {
    SqsQueues queues = new SqsQueues(aws.sqs(), name, name + "-dead", 5, List.of());
    assertThat(queues.check().state()).isEqualTo(State.MISSING);

    assertThat(queues.create())
        .contains(
            new Part("queue " + name, State.MADE), new Part("queue " + name + "-dead", State.MADE))
        .contains(new Part("queue " + name + ": dead letters after 5 receives", State.MADE));

    assertThat(queues.check().state()).isEqualTo(State.THERE);
    assertIsThere(queues.create());
  }

  @Test
  void aQueueIsOpenedToBuckets() {
    SqsQueues queues = new SqsQueues(aws.sqs(), name, name + "-dead", 5, List.of("a-bucket"));

    assertThat(queues.create())
        .contains(new Part("queue " + name + ": open to the buckets", State.MADE));
  }

  /** But for what the emulator knows nothing of. */
  private static void assertIsThere(List<Part> parts) {
    assertThat(parts)
        .extracting(Part::state)
        .isSubsetOf(EnumSet.of(State.THERE, State.NOT_OFFERED, State.LEFT_OUT))
        .contains(State.THERE);
  }
}
