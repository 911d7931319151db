package dev.riderphotos.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * What all clients of AWS have in common: one pool of connections, timeouts, retries, the name we
 * go by, and who counts the calls. Region, credentials and endpoints are left to the SDK's own
 * chains. To be closed after the clients.
 */
public final class AwsClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Enough for the largest photo on a slow line. */
  private static final Duration ATTEMPT = Duration.ofSeconds(20);

  private static final Duration CALL = Duration.ofSeconds(45);
  private static final int CONNECTIONS = 64;
  private static final int ATTEMPTS = 3;

  private final SdkHttpClient http;
  private final ClientOverrideConfiguration configuration;

  public AwsClients(AwsCallWatcher watcher) {
    this.http =
        Apache5HttpClient.builder()
            .connectionTimeout(CONNECT)
            .connectionAcquisitionTimeout(SILENCE)
            .socketTimeout(SILENCE)
            .maxConnections(CONNECTIONS)
            .build();
    this.configuration =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
            .addExecutionInterceptor(new PagesAreNoAnswers())
            .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "rider-photos")
            .addMetricPublisher(new AwsCallMetrics(watcher))
            .build();
  }

  /** The same builder, set up as all are. */
  public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configure(B builder) {
    return builder.httpClient(http).overrideConfiguration(configuration);
  }

  @Override
  public void close() {
    http.close();
  }
}
