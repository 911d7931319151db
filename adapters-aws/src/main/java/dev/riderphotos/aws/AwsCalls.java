package dev.riderphotos.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * How AWS is called, whichever service: in what time, how often, under which name, and who counts
 * it. The adapters count on clients that are set up so. Where AWS is and who calls, others know.
 */
public final class AwsCalls {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Enough for the largest photo on a slow line. */
  private static final Duration ATTEMPT = Duration.ofSeconds(20);

  private static final Duration CALL = Duration.ofSeconds(45);
  private static final int CONNECTIONS = 64;
  private static final int ATTEMPTS = 3;

  private AwsCalls() {}

  /** Makes the configuration of all clients, which may share it. */
  public static ClientOverrideConfiguration configuration(AwsCallWatcher watcher) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
        .addExecutionInterceptor(new PagesAreNoAnswers())
        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "rider-photos")
        .addMetricPublisher(new AwsCallMetrics(watcher))
        .build();
  }

  /** One pool of connections for all clients, to be closed after them. */
  public static SdkHttpClient connections() {
    return Apache5HttpClient.builder()
        .connectionTimeout(CONNECT)
        .connectionAcquisitionTimeout(SILENCE)
        .socketTimeout(SILENCE)
        .maxConnections(CONNECTIONS)
        .build();
  }
}
