package dev.riderphotos.aws.testkit;

import dev.riderphotos.aws.AwsCallWatcher;
import dev.riderphotos.aws.AwsCalls;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;

/** Clients that call AWS as all do, made by hand: the adapters need no framework. */
public final class SdkClients implements AutoCloseable {
  private final SdkHttpClient http = AwsCalls.connections();
  private final ClientOverrideConfiguration configuration;

  public SdkClients(AwsCallWatcher watcher) {
    this.configuration = AwsCalls.configuration(watcher);
  }

  /** Whose calls nobody counts. */
  public SdkClients() {
    this(AwsCallWatcher.NONE);
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
