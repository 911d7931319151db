package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.RevokedLinks;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.testkit.RevokedLinksContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbRevokedLinksTest extends RevokedLinksContract {
  /** Far off, for what is over DynamoDB drops. */
  private static final Instant NOON = Instant.parse("2100-01-01T12:00:00Z");

  private final Aws aws;
  private final String table;

  DynamoDbRevokedLinksTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbRevokedLinks::table);
  }

  @Override
  protected RevokedLinks revoked() {
    return new DynamoDbRevokedLinks(aws.dynamoDb(), table);
  }

  @Test
  void withoutItsTableEveryCallIsAFaultThatStays() {
    RevokedLinks nowhere = new DynamoDbRevokedLinks(aws.dynamoDb(), Aws.uniqueName("nowhere"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.revoke("a", NOON, NOON))
        .matches(fault -> !fault.retryable());
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.revokedUntil(List.of("a")))
        .matches(fault -> !fault.retryable());
  }

  @Test
  void anItemSaysWhenDynamoDbMayDropIt() {
    revoked().revoke("a", NOON, NOON.plusSeconds(60));

    assertThat(aws.dynamoDb().scan(scan -> scan.tableName(table)).items())
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.get("expiresAt"))
                    .isEqualTo(Attributes.number(NOON.plusSeconds(60).getEpochSecond())));
    assertThat(revoked().revokedUntil(List.of("a"))).containsEntry("a", NOON);
  }
}
