package dev.riderphotos.app.wiring;

import io.micronaut.aws.sdk.v2.service.AWSServiceConfiguration;
import io.micronaut.aws.sdk.v2.service.AwsClientFactory;
import io.micronaut.aws.ua.UserAgentProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClientBuilder;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;

/**
 * The client of Amazon EventBridge, which Micronaut AWS does not know, made as it makes the others.
 */
@Factory
@Requires(property = Adapters.AWS, value = "true")
final class EventBridgeClientFactory
    extends AwsClientFactory<
        EventBridgeClientBuilder,
        EventBridgeAsyncClientBuilder,
        EventBridgeClient,
        EventBridgeAsyncClient> {

  EventBridgeClientFactory(
      AwsCredentialsProviderChain credentials,
      AwsRegionProviderChain region,
      @Nullable UserAgentProvider userAgent,
      @Nullable @Named(EventBridgeClient.SERVICE_NAME) AWSServiceConfiguration service) {
    super(credentials, region, userAgent, service);
  }

  @Override
  protected EventBridgeClientBuilder createSyncBuilder() {
    return EventBridgeClient.builder();
  }

  /** The superclass wants this, though nobody asks for an asynchronous client. */
  @Override
  protected EventBridgeAsyncClientBuilder createAsyncBuilder() {
    return EventBridgeAsyncClient.builder();
  }

  @Override
  @Singleton
  public EventBridgeClientBuilder syncBuilder(SdkHttpClient http) {
    return super.syncBuilder(http);
  }

  @Override
  @Singleton
  @Bean(preDestroy = "close")
  public EventBridgeClient syncClient(EventBridgeClientBuilder builder) {
    return super.syncClient(builder);
  }
}
