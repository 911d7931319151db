package dev.riderphotos.aws.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Signatures with a secret of AWS Secrets Manager's, which every instance reads once, when it first
 * signs: another secret is known after a restart.
 */
public final class SecretsManagerSignatures implements Signatures, HealthChecked, UsesAws {
  private final SecretsManagerClient client;
  private final String secret;
  private @Nullable HmacSignatures known;

  public SecretsManagerSignatures(SecretsManagerClient client, String secret) {
    this.client = client;
    this.secret = secret;
  }

  @Override
  public String sign(String... parts) {
    return known().sign(parts);
  }

  @Override
  public boolean signed(String signature, String... parts) {
    return known().signed(signature, parts);
  }

  @Override
  public String name() {
    return "signing secret (Secrets Manager)";
  }

  /**
   * Asks only as long as the secret is not known: each question costs, and no later one is left.
   */
  @Override
  public void check() {
    HmacSignatures _ = known();
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new AwsUse(
            "ReadSecret",
            Set.of("secretsmanager:GetSecretValue"),
            Set.of(KeptSecret.arn(client, secret))));
  }

  private synchronized HmacSignatures known() {
    if (known == null) {
      known = AwsFaults.during("read the signing secret", this::read);
    }
    return known;
  }

  private HmacSignatures read() {
    try {
      return new HmacSignatures(bytes(client.getSecretValue(get -> get.secretId(secret))));
    } catch (IllegalArgumentException unfit) {
      throw new BackendException("use the secret %s".formatted(secret), false, unfit);
    } catch (ResourceNotFoundException missing) {
      throw new BackendException(
          "read the secret %s, which is not there: make it with aws create".formatted(secret),
          false,
          missing);
    }
  }

  /** Templates make secrets of text alone: of as many characters as one of ours has bytes. */
  private static byte[] bytes(GetSecretValueResponse value) {
    return value.secretBinary() == null
        ? Optional.ofNullable(value.secretString()).orElse("").getBytes(UTF_8)
        : value.secretBinary().asByteArray();
  }
}
