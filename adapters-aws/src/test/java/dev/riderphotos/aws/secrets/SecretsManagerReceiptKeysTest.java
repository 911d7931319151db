package dev.riderphotos.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.testkit.RecordingSecrets;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.receipt.ReceiptKeys;
import dev.riderphotos.testkit.ReceiptKeysContract;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerReceiptKeysTest extends ReceiptKeysContract {
  private static final String NAME = "receipts";

  private final RecordingSecrets secrets = RecordingSecrets.start();
  private final SecretsManagerClient client =
      new SdkClients()
          .configure(SecretsManagerClient.builder())
          .endpointOverride(secrets.endpoint())
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("rider", "photos")))
          .build();
  private final ReceiptKeysSecret secret = new ReceiptKeysSecret(client, NAME);
  private final SettableClock clock = new SettableClock();
  private final SecretsManagerReceiptKeys keys = new SecretsManagerReceiptKeys(client, NAME, clock);

  @AfterEach
  void close() {
    client.close();
    secrets.close();
  }

  @Override
  protected ReceiptKeys keys() {
    var _ = secret.create();
    return keys;
  }

  @Override
  protected ReceiptKeys ofAnotherProcess() {
    return new SecretsManagerReceiptKeys(client, NAME, clock);
  }

  @Test
  void theSecretIsMadeOnceAndEmpty() {
    assertThat(secret.check()).isEqualTo(new Part("secret receipts", State.MISSING));

    assertThat(secret.create()).containsExactly(new Part("secret receipts", State.MADE));

    assertThat(secret.create()).containsExactly(new Part("secret receipts", State.THERE));
    assertThat(keys.orKeep(() -> "first")).isEqualTo("first");
  }

  @Test
  void anAnswerIsGoodForSomeMinutes() {
    assertThat(keys().orKeep(() -> "first")).isEqualTo("first");
    assertThat(ofAnotherProcess().change(() -> "none", _ -> "second")).isEqualTo("second");
    int reads = secrets.reads();

    assertThat(keys.orKeep(() -> "none")).isEqualTo("first");
    assertThat(secrets.reads()).isEqualTo(reads);

    clock.goOn(Duration.ofMinutes(5));
    assertThat(keys.orKeep(() -> "none")).isEqualTo("second");
  }

  @Test
  void whereThereIsNoSecretItIsSaidWhatToDo() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> keys.orKeep(() -> "first"))
        .withMessageContaining("make it with aws create");
  }
}
