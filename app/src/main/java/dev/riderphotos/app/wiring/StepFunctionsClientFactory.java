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
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnAsyncClientBuilder;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;

/**
 * The client of AWS Step Functions, which Micronaut AWS does not know, made as it makes the others.
 */
@Factory
@Requires(property = Adapters.AWS, value = "true")
final class StepFunctionsClientFactory
    extends AwsClientFactory<SfnClientBuilder, SfnAsyncClientBuilder, SfnClient, SfnAsyncClient> {

  StepFunctionsClientFactory(
      AwsCredentialsProviderChain credentials,
      AwsRegionProviderChain region,
      @Nullable UserAgentProvider userAgent,
      @Nullable @Named(SfnClient.SERVICE_NAME) AWSServiceConfiguration service) {
    super(credentials, region, userAgent, service);
  }

  @Override
  protected SfnClientBuilder createSyncBuilder() {
    return SfnClient.builder();
  }

  /** The superclass wants this, though nobody asks for an asynchronous client. */
  @Override
  protected SfnAsyncClientBuilder createAsyncBuilder() {
    return SfnAsyncClient.builder();
  }

  @Override
  @Singleton
  public SfnClientBuilder syncBuilder(SdkHttpClient http) {
    return super.syncBuilder(http);
  }

  @Override
  @Singleton
  @Bean(preDestroy = "close")
  public SfnClient syncClient(SfnClientBuilder builder) {
    return super.syncClient(builder);
  }
}
