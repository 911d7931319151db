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
import software.amazon.awssdk.services.sesv2.SesV2AsyncClient;
import software.amazon.awssdk.services.sesv2.SesV2AsyncClientBuilder;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** The client of Amazon SES, which Micronaut AWS does not know, made as it makes the others. */
@Factory
@Requires(property = Adapters.AWS, value = "true")
final class SesClientFactory
    extends AwsClientFactory<
        SesV2ClientBuilder, SesV2AsyncClientBuilder, SesV2Client, SesV2AsyncClient> {

  SesClientFactory(
      AwsCredentialsProviderChain credentials,
      AwsRegionProviderChain region,
      @Nullable UserAgentProvider userAgent,
      @Nullable @Named(SesV2Client.SERVICE_NAME) AWSServiceConfiguration service) {
    super(credentials, region, userAgent, service);
  }

  @Override
  protected SesV2ClientBuilder createSyncBuilder() {
    return SesV2Client.builder();
  }

  /** The superclass wants this, though nobody asks for an asynchronous client. */
  @Override
  protected SesV2AsyncClientBuilder createAsyncBuilder() {
    return SesV2AsyncClient.builder();
  }

  @Override
  @Singleton
  public SesV2ClientBuilder syncBuilder(SdkHttpClient http) {
    return super.syncBuilder(http);
  }

  @Override
  @Singleton
  @Bean(preDestroy = "close")
  public SesV2Client syncClient(SesV2ClientBuilder builder) {
    return super.syncClient(builder);
  }
}
