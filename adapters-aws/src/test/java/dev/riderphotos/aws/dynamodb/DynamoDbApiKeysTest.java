package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.KeySecret;
import dev.riderphotos.access.RecogniseKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.testkit.ApiKeysContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnAws
class DynamoDbApiKeysTest extends ApiKeysContract {
  private final Aws aws;
  private final String table;
  private final DynamoDbApiKeys keys;

  DynamoDbApiKeysTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbApiKeys::table);
    this.keys = new DynamoDbApiKeys(aws.dynamoDb(), table);
  }

  @Override
  protected ApiKeys keys() {
    return keys;
  }

  @Test
  void theSecretItselfIsNowhere() {
    KeySecret secret = create();

    assertThat(aws.dynamoDb().scan(scan -> scan.tableName(table)).items())
        .hasSize(2)
        .flatExtracting(item -> item.values().stream().map(AttributeValue::toString).toList())
        .noneMatch(value -> value.contains(secret.reveal()));
  }

  @Test
  void anotherProcessSeesAChangeAtOnce() {
    ApiKeys other = new DynamoDbApiKeys(aws.dynamoDb(), table);
    KeySecret secret = create();
    RecogniseKey recognition = new RecogniseKey(other, InstantSource.system());
    assertThat(recognition.recognise(secret)).isPresent();

    assertThat(keys.revoke(keys.list().getFirst().id())).isPresent();

    assertThat(recognition.recognise(secret)).isEmpty();
  }

  @Test
  void withoutItsTableEveryCallIsAFaultThatStays() {
    ApiKeys nowhere = new DynamoDbApiKeys(aws.dynamoDb(), Aws.uniqueName("nowhere"));
    KeyId id = new KeyId("0123456789ab");

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            nowhere::list,
            () -> nowhere.find(id),
            () -> nowhere.used(id, Instant.EPOCH),
            () -> nowhere.revoke(id))) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(call)
          .matches(fault -> !fault.retryable());
    }
  }

  private KeySecret create() {
    return new CreateApiKey(keys, InstantSource.system())
        .create("gate", Set.of(Scope.SEARCH))
        .secret();
  }
}
