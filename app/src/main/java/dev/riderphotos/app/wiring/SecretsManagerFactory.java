package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.secrets.ReceiptKeysSecret;
import dev.riderphotos.aws.secrets.SecretsManagerReceiptKeys;
import dev.riderphotos.aws.secrets.SecretsManagerSignatures;
import dev.riderphotos.aws.secrets.SigningSecret;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
  SecretsManagerReceiptKeys receiptKeys(
      SecretsManagerClient client, Settings.Aws aws, InstantSource clock) {
    return new SecretsManagerReceiptKeys(client, aws.receiptKeys(), clock);
  }

  @Singleton
  @Named("secretsmanager")
  AwsResources secrets(SecretsManagerClient client, Settings.Aws aws) {
    return AwsResources.of(
        new SigningSecret(client, aws.secret()), new ReceiptKeysSecret(client, aws.receiptKeys()));
  }
}
