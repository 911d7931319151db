package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.s3.S3Bucket;
import dev.riderphotos.aws.s3.S3ExtractionStore;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.aws.s3.S3UploadTickets;
import dev.riderphotos.aws.sqs.SqsDeadLetters;
import dev.riderphotos.aws.sqs.SqsEvents;
import dev.riderphotos.aws.sqs.SqsQueues;
import dev.riderphotos.event.BucketOwners;
import dev.riderphotos.event.EventWatcher;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Photos in Amazon S3, and what Amazon SQS is told of those that arrive. */
@Factory
@Requires(property = Adapters.PHOTOS, value = S3Factory.NAME)
final class S3Factory {
  static final String NAME = "s3";
  static final String EVENTS = "sqs";

  @Singleton
  S3PhotoStore photos(
      S3Client s3,
      Settings.Riders riders,
      Settings.Drinks drinks,
      Settings.Extraction extraction,
      Settings.Gallery gallery) {
    return new S3PhotoStore(
        s3,
        Set.of(
            riders.photoBucket(),
            riders.thumbnailBucket(),
            drinks.photoBucket(),
            drinks.thumbnailBucket(),
            extraction.inputBucket(),
            extraction.outputBucket(),
            gallery.bucket()));
  }

  @Singleton
  S3ExtractionStore extractions(S3Client s3, Settings.Extraction extraction) {
    return new S3ExtractionStore(s3, extraction.outputBucket());
  }

  @Singleton
  S3UploadTickets tickets(S3Client s3, InstantSource clock) {
    return new S3UploadTickets(s3, clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  SqsEvents events(
      SqsClient sqs,
      Settings.Aws aws,
      Settings.Events events,
      BucketOwners owners,
      EventWatcher watcher,
      @Named(EventFactory.EXECUTOR) ExecutorService executor) {
    return new SqsEvents(
        sqs, aws.queue(), owners, events.settings(), watcher, executor, events.concurrent());
  }

  @Singleton
  SqsDeadLetters deadLetters(SqsClient sqs, Settings.Aws aws, Settings.Events events) {
    return new SqsDeadLetters(sqs, aws.queue(), aws.deadLetterQueue(), events.settings());
  }

  @Singleton
  @Named("s3")
  AwsResources resources(
      S3Client s3,
      SqsClient sqs,
      Settings.Aws aws,
      Settings.Events events,
      Settings.Riders riders,
      Settings.Drinks drinks,
      Settings.Extraction extraction,
      Settings.Gallery gallery,
      Settings.Cors cors) {
    List<String> telling =
        List.of(
            riders.photoBucket(), drinks.photoBucket(), extraction.inputBucket(), gallery.bucket());
    SqsQueues queues =
        new SqsQueues(sqs, aws.queue(), aws.deadLetterQueue(), events.attempts(), telling);
    return AwsResources.of(
        queues,
        new S3Bucket(s3, riders.photoBucket(), Set.of()).telling(queues),
        new S3Bucket(s3, riders.thumbnailBucket(), Set.of()),
        new S3Bucket(s3, drinks.photoBucket(), cors.allowed()).telling(queues),
        new S3Bucket(s3, drinks.thumbnailBucket(), cors.allowed()),
        new S3Bucket(s3, extraction.inputBucket(), Set.of()).telling(queues),
        new S3Bucket(s3, extraction.outputBucket(), Set.of()),
        new S3Bucket(s3, gallery.bucket(), Set.of()).telling(queues));
  }
}
