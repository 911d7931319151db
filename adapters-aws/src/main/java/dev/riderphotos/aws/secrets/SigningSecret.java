package dev.riderphotos.aws.secrets;

import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The secret that what we sign is signed with: random bytes, which nobody sees made. */
public final class SigningSecret implements AwsResource {
  private final SecretsManagerClient client;
  private final String secret;

  public SigningSecret(SecretsManagerClient client, String secret) {
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
    return List.of(use("Secret", "DescribeSecret"));
  }

  @Override
  public List<AwsUse> makes() {
    return List.of(use("MakeSecret", "CreateSecret"));
  }

  private AwsUse use(String sid, String operation) {
    return new AwsUse(sid, Set.of("secretsmanager:" + operation), Set.of(arn(client, secret)));
  }

  /** Its name ends in six characters that Secrets Manager makes up; a star would take in others. */
  static String arn(SecretsManagerClient client, String secret) {
    return Arns.of(
        client.serviceClientConfiguration(), "secretsmanager", "secret:" + secret + "-??????");
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
    SdkBytes bytes = SdkBytes.fromByteArray(HmacSignatures.newSecret());
    var _ =
        client.createSecret(
            request ->
                request
                    .name(secret)
                    .description("What Rider Photos signs links, sessions and forms with")
                    .secretBinary(bytes));
  }
}
