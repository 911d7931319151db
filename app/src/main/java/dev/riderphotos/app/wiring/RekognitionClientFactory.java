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
import software.amazon.awssdk.services.rekognition.RekognitionAsyncClient;
import software.amazon.awssdk.services.rekognition.RekognitionAsyncClientBuilder;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.RekognitionClientBuilder;

/**
 * The client of Amazon Rekognition, which Micronaut AWS does not know, made as it makes the others.
 */
@Factory
@Requires(property = Adapters.AWS, value = "true")
final class RekognitionClientFactory
    extends AwsClientFactory<
        RekognitionClientBuilder,
        RekognitionAsyncClientBuilder,
        RekognitionClient,
        RekognitionAsyncClient> {

  RekognitionClientFactory(
      AwsCredentialsProviderChain credentials,
      AwsRegionProviderChain region,
      @Nullable UserAgentProvider userAgent,
      @Nullable @Named(RekognitionClient.SERVICE_NAME) AWSServiceConfiguration service) {
    super(credentials, region, userAgent, service);
  }

  @Override
  protected RekognitionClientBuilder createSyncBuilder() {
    return RekognitionClient.builder();
  }

  /** The superclass wants this, though nobody asks for an asynchronous client. */
  @Override
  protected RekognitionAsyncClientBuilder createAsyncBuilder() {
    return RekognitionAsyncClient.builder();
  }

  @Override
  @Singleton
  public RekognitionClientBuilder syncBuilder(SdkHttpClient http) {
    return super.syncBuilder(http);
  }

  @Override
  @Singleton
  @Bean(preDestroy = "close")
  public RekognitionClient syncClient(RekognitionClientBuilder builder) {
    return super.syncClient(builder);
  }
}
