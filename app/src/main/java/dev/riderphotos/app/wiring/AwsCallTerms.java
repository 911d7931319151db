package dev.riderphotos.app.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** Sets every client of AWS up to call as all do, before it is built. */
@Singleton
@Requires(property = Adapters.AWS, value = "true")
final class AwsCallTerms implements BeanCreatedEventListener<SdkClientBuilder<?, ?>> {
  /** Not had at once: listeners are made before what others listen for. */
  private final BeanProvider<ClientOverrideConfiguration> calls;

  AwsCallTerms(BeanProvider<ClientOverrideConfiguration> calls) {
    this.calls = calls;
  }

  @Override
  public SdkClientBuilder<?, ?> onCreated(BeanCreatedEvent<SdkClientBuilder<?, ?>> event) {
    return event.getBean().overrideConfiguration(calls.get());
  }
}
