package dev.riderphotos.aws.secrets;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The secret that keys of receipts are kept in: whoever signs the first receipt makes the key. */
public final class ReceiptKeysSecret implements AwsResource {
  private final SecretsManagerClient client;
  private final String secret;

  public ReceiptKeysSecret(SecretsManagerClient client, String secret) {
    this.client = client;
    this.secret = secret;
  }

  @Override
  public Part check() {
    return AwsParts.check("secret " + secret, this::isThere);
  }

  @Override
  public List<Part> create() {
    return List.of(AwsParts.ensure("secret " + secret, this::isThere, this::make));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(use("ReceiptSecret", "DescribeSecret"));
  }

  @Override
  public List<AwsUse> makes() {
    return List.of(use("MakeReceiptSecret", "CreateSecret"));
  }

  private AwsUse use(String sid, String operation) {
    return new AwsUse(
        sid, Set.of("secretsmanager:" + operation), Set.of(SigningSecret.arn(client, secret)));
  }

  /** One that is to be deleted can be read no more. */
  private boolean isThere() {
    try {
      return client.describeSecret(request -> request.secretId(secret)).deletedDate() == null;
    } catch (ResourceNotFoundException absent) {
      return false;
    }
  }

  private void make() {
    var _ =
        client.createSecret(
            request ->
                request
                    .name(secret)
                    .description("What Rider Photos signs receipts of erasures with"));
  }
}
