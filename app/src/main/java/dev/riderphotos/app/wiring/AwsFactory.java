package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsCallWatcher;
import dev.riderphotos.aws.AwsCalls;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;

/** What all clients of AWS share. Micronaut AWS makes them, each when it is first needed. */
@Factory
@Requires(property = Adapters.AWS, value = "true")
final class AwsFactory {
  @Singleton
  @Primary
  @Bean(preDestroy = "close")
  SdkHttpClient connections() {
    return AwsCalls.connections();
  }

  @Singleton
  ClientOverrideConfiguration calls(AwsCallWatcher watcher) {
    return AwsCalls.configuration(watcher);
  }
}
