package dev.riderphotos.app.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Has buckets named in paths where {@code aws.path-style} says so. */
@Singleton
@Requires(property = Adapters.AWS, value = "true")
final class S3Paths implements BeanCreatedEventListener<S3ClientBuilder> {
  private final BeanProvider<Settings.Aws> aws;

  S3Paths(BeanProvider<Settings.Aws> aws) {
    this.aws = aws;
  }

  /** Left alone otherwise: Micronaut's own setting may have been made, and S3 takes it but once. */
  @Override
  public S3ClientBuilder onCreated(BeanCreatedEvent<S3ClientBuilder> event) {
    return aws.get().pathStyle() ? event.getBean().forcePathStyle(true) : event.getBean();
  }
}
