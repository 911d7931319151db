package dev.riderphotos.aws.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.receipt.ReceiptKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Keys of receipts as a secret of AWS Secrets Manager, which is made empty and gets its first keys
 * from whoever needs them first. A version is named after the one before it, so that of two that
 * follow the same one <a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html">the
 * second is refused</a>. Each question costs, so an answer is good for some minutes.
 */
public final class SecretsManagerReceiptKeys implements ReceiptKeys, UsesAws {
  private static final Duration GOOD = Duration.ofMinutes(5);
  private static final String NONE = "none";
  private static final int MOST_CHANGES = 10;

  private final SecretsManagerClient client;
  private final String secret;
  private final InstantSource clock;
  private @Nullable Version known;
  private Instant knownUntil = Instant.MIN;

  public SecretsManagerReceiptKeys(
      SecretsManagerClient client, String secret, InstantSource clock) {
    this.client = client;
    this.secret = secret;
    this.clock = clock;
  }

  private record Version(String id, String text) {}

  @Override
  public synchronized String orKeep(Supplier<String> first) {
    return known != null && clock.instant().isBefore(knownUntil)
        ? known.text()
        : change(first, UnaryOperator.identity());
  }

  @Override
  public synchronized String change(Supplier<String> first, UnaryOperator<String> change) {
    for (int attempt = 1; attempt <= MOST_CHANGES; attempt++) {
      Version before = AwsFaults.during("read the keys of receipts", this::read);
      String after = before == null ? first.get() : change.apply(before.text());
      if (before != null && after.equals(before.text())) {
        return remember(before);
      }
      Version next = AwsFaults.during("write the keys of receipts", () -> write(before, after));
      if (next != null) {
        return remember(next);
      }
    }
    throw new Conflict("write the keys of receipts");
  }

  private String remember(Version present) {
    known = present;
    knownUntil = clock.instant().plus(GOOD);
    return present.text();
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new AwsUse(
            "ReceiptKeys",
            Set.of("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"),
            Set.of(KeptSecret.arn(client, secret))));
  }

  /** A secret without a value answers as one that is not there. */
  private @Nullable Version read() {
    try {
      GetSecretValueResponse value = client.getSecretValue(get -> get.secretId(secret));
      return new Version(value.versionId(), value.secretString());
    } catch (ResourceNotFoundException empty) {
      return null;
    }
  }

  /** Nothing, if another came after the same version. */
  private @Nullable Version write(@Nullable Version before, String text) {
    String id =
        UUID.nameUUIDFromBytes((before == null ? NONE : before.id()).getBytes(UTF_8)).toString();
    try {
      var _ =
          client.putSecretValue(
              put -> put.secretId(secret).clientRequestToken(id).secretString(text));
      return new Version(id, text);
    } catch (ResourceExistsException second) {
      return null;
    } catch (ResourceNotFoundException missing) {
      throw new BackendException(
          "write the secret %s, which is not there: make it with aws create".formatted(secret),
          false,
          missing);
    }
  }
}
