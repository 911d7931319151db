package dev.riderphotos.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.testkit.RecordingSecrets;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.testkit.SignaturesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerSignaturesTest extends SignaturesContract {
  private final RecordingSecrets secrets = RecordingSecrets.start();
  private final SecretsManagerClient client =
      new SdkClients()
          .configure(SecretsManagerClient.builder())
          .endpointOverride(secrets.endpoint())
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("rider", "photos")))
          .build();
  private final SigningSecret secret = new SigningSecret(client, "signing");
  private final SecretsManagerSignatures signatures =
      new SecretsManagerSignatures(client, "signing");

  @AfterEach
  void close() {
    client.close();
    secrets.close();
  }

  @Override
  protected Signatures signatures() {
    var _ = secret.create();
    return signatures;
  }

  @Test
  void theSecretIsMadeOnce() {
    assertThat(secret.check()).isEqualTo(new Part("secret signing", State.MISSING));

    assertThat(secret.create()).containsExactly(new Part("secret signing", State.MADE));

    assertThat(secret.check().state()).isEqualTo(State.THERE);
    assertThat(secret.create()).containsExactly(new Part("secret signing", State.THERE));
  }

  @Test
  void everyInstanceSignsAlike() {
    String signature = signatures().sign("a");

    assertThat(new SecretsManagerSignatures(client, "signing").signed(signature, "a")).isTrue();
  }

  @Test
  void aTextThatATemplateMadeIsASecretToo() {
    var _ = client.createSecret(make -> make.name("signing").secretString("s".repeat(31) + "\""));

    assertThat(signatures.signed(signatures.sign("a"), "a")).isTrue();
    assertThat(secret.check().state()).isEqualTo(State.THERE);
  }

  @Test
  void aSecretOfAnotherLengthIsSomebodyElses() {
    var _ = client.createSecret(make -> make.name("signing").secretString("password"));

    assertThat(faultOf(() -> signatures.sign("a")))
        .hasMessageContaining("use the secret signing")
        .extracting(BackendException::retryable)
        .isEqualTo(false);
  }

  @Test
  void theSecretIsReadOnce() {
    signatures().sign("a");
    signatures.check();

    assertThat(secrets.reads()).isEqualTo(1);
  }

  @Test
  void aSecretThatIsNotThereIsReportedWithWhatToDoAndAskedForAgain() {
    assertThatThrownBy(signatures::check)
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("the secret signing, which is not there: make it with aws create");

    assertThat(faultOf(() -> signatures.sign("a")).retryable()).isFalse();
    assertThat(faultOf(() -> signatures.signed("0", "a")).retryable()).isFalse();

    var _ = secret.create();

    signatures.check();
    assertThat(signatures.sign("a")).isNotBlank();
  }

  @Test
  void whereNobodyAnswersAFaultMayPassAndWhoKnowsTheSecretHasNone() {
    Signatures known = signatures();
    String signature = known.sign("a");

    secrets.close();

    Signatures unknown = new SecretsManagerSignatures(client, "signing");
    assertThat(faultOf(() -> unknown.sign("a")).retryable()).isTrue();
    assertThat(known.signed(signature, "a")).isTrue();
  }

  private static BackendException faultOf(Runnable call) {
    return catchThrowableOfType(BackendException.class, call::run);
  }
}
