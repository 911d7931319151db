package dev.riderphotos.aws.secrets;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;

/** The secret that keys of receipts are kept in: whoever signs the first receipt makes the key. */
public final class ReceiptKeysSecret extends KeptSecret {
  public ReceiptKeysSecret(SecretsManagerClient client, String secret) {
    super(client, secret, "ReceiptSecret");
  }

  @Override
  void describe(CreateSecretRequest.Builder request) {
    request.description("What Rider Photos signs receipts of erasures with");
  }
}
