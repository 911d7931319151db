package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.secrets.SecretsManagerSignatures;
import dev.riderphotos.aws.secrets.SigningSecret;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What instances sign with that share their records: the same, in AWS Secrets Manager. */
@Factory
@Requires(property = Adapters.RECORDS, value = DynamoDbFactory.NAME)
final class SecretsManagerFactory {
  @Singleton
  SecretsManagerSignatures signatures(SecretsManagerClient client, Settings.Aws aws) {
    return new SecretsManagerSignatures(client, aws.secret());
  }

  @Singleton
  @Named("secretsmanager")
  AwsResources secret(SecretsManagerClient client, Settings.Aws aws) {
    return AwsResources.of(new SigningSecret(client, aws.secret()));
  }
}
