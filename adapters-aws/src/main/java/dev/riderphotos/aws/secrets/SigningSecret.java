package dev.riderphotos.aws.secrets;

import dev.riderphotos.access.HmacSignatures;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;

/** The secret that what we sign is signed with: random bytes, which nobody sees made. */
public final class SigningSecret extends KeptSecret {
  public SigningSecret(SecretsManagerClient client, String secret) {
    super(client, secret, "Secret");
  }

  @Override
  void describe(CreateSecretRequest.Builder request) {
    request
        .description("What Rider Photos signs links, sessions and forms with")
        .secretBinary(SdkBytes.fromByteArray(HmacSignatures.newSecret()));
  }
}
