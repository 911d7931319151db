package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.s3.S3Bucket;
import dev.riderphotos.aws.s3.S3ExtractionStore;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.aws.s3.S3UploadTickets;
import dev.riderphotos.aws.sqs.SqsDeadLetters;
import dev.riderphotos.aws.sqs.SqsEvents;
import dev.riderphotos.aws.sqs.SqsQueues;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.BucketOwners;
import dev.riderphotos.event.Buckets;
import dev.riderphotos.event.EventWatcher;
import dev.riderphotos.receipt.KeptElsewhere.Place;
import dev.riderphotos.receipt.ReceiptTerms.Term;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Photos in Amazon S3, and what Amazon SQS is told of those that arrive. */
@Factory
@Requires(property = Adapters.PHOTOS, value = S3Factory.NAME)
final class S3Factory {
  static final String NAME = "s3";
  static final String EVENTS = "sqs";

  @Singleton
  S3PhotoStore photos(S3Client s3, Buckets buckets) {
    return new S3PhotoStore(s3, buckets.names());
  }

  @Singleton
  S3ExtractionStore extractions(S3Client s3, Settings.Extraction extraction) {
    return new S3ExtractionStore(s3, extraction.outputBucket());
  }

  @Singleton
  S3UploadTickets tickets(S3Client s3, InstantSource clock) {
    return new S3UploadTickets(s3, clock);
  }

  /** A state machine comes with a function that takes the queue's events: then no server does. */
  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = Adapters.WORKFLOW, notEquals = StepFunctionsFactory.NAME)
  SqsEvents events(
      SqsClient sqs,
      Settings.Aws aws,
      Settings.Events events,
      BucketOwners owners,
      EventWatcher watcher,
      @Named(EventFactory.EXECUTOR) ExecutorService executor) {
    return new SqsEvents(
        sqs,
        aws.queue(),
        aws.deadLetterQueue(),
        owners,
        events.settings(),
        watcher,
        executor,
        events.concurrent());
  }

  /** For which the queue keeps what nobody takes. */
  private static final Duration QUEUED = Duration.ofDays(14);

  @Singleton
  @Named("queue")
  Term queue() {
    return new Term(Place.QUEUE, QUEUED);
  }

  @Singleton
  SqsDeadLetters deadLetters(SqsClient sqs, Settings.Aws aws, Settings.Events events) {
    return new SqsDeadLetters(sqs, aws.queue(), aws.deadLetterQueue(), events.settings());
  }

  @Singleton
  SqsQueues queues(SqsClient sqs, Settings.Aws aws, Settings.Events events, Buckets buckets) {
    List<String> telling = buckets.watched().stream().map(Bucket::name).toList();
    return new SqsQueues(sqs, aws.queue(), aws.deadLetterQueue(), events.attempts(), telling);
  }

  /** The queue first: S3 tells none that is not there. */
  @Singleton
  @Named("s3")
  AwsResources resources(S3Client s3, SqsQueues queues, Buckets buckets, Settings.Cors cors) {
    Stream<AwsResource> kept =
        buckets.list().stream().map(bucket -> resource(s3, bucket, queues, cors.allowed()));
    return new AwsResources(Stream.concat(Stream.of(queues), kept).toList());
  }

  private static S3Bucket resource(
      S3Client s3, Bucket bucket, SqsQueues queues, Set<String> origins) {
    S3Bucket made = new S3Bucket(s3, bucket.name(), bucket.forPages() ? origins : Set.of());
    return bucket.watched() ? made.telling(queues) : made;
  }
}
