package dev.riderphotos.aws.secrets;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A secret that is there, or is made: what is in it is the business of each kind. */
abstract class KeptSecret implements AwsResource {
  private final SecretsManagerClient client;
  private final String secret;
  private final String sid;

  /**
   * Names the secret.
   *
   * @param sid of the statement that lets it be looked at; {@code Make} before it lets it be made
   */
  KeptSecret(SecretsManagerClient client, String secret, String sid) {
    this.client = client;
    this.secret = secret;
    this.sid = sid;
  }

  /** Fills in what it is for, and what is in it from the first. */
  abstract void describe(CreateSecretRequest.Builder request);

  /** Its name ends in six characters that Secrets Manager makes up; a star would take in others. */
  static String arn(SecretsManagerClient client, String secret) {
    return Arns.of(
        client.serviceClientConfiguration(), "secretsmanager", "secret:" + secret + "-??????");
  }

  @Override
  public final Part check() {
    return AwsParts.check("secret " + secret, this::isThere);
  }

  @Override
  public final List<Part> create() {
    return List.of(AwsParts.ensure("secret " + secret, this::isThere, this::make));
  }

  @Override
  public final List<AwsUse> uses() {
    return List.of(use(sid, "DescribeSecret"));
  }

  @Override
  public final List<AwsUse> makes() {
    return List.of(use("Make" + sid, "CreateSecret"));
  }

  private AwsUse use(String statement, String operation) {
    return new AwsUse(
        statement, Set.of("secretsmanager:" + operation), Set.of(arn(client, secret)));
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
    var _ = client.createSecret(request -> describe(request.name(secret)));
  }
}
