package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.testkit.LinkRequestsContract;
import dev.riderphotos.testkit.Riders;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbLinkRequestsTest extends LinkRequestsContract {
  private final Aws aws;
  private final String table;

  DynamoDbLinkRequestsTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbRevokedLinks::table);
  }

  @Override
  protected LinkRequests requests() {
    return new DynamoDbLinkRequests(aws.dynamoDb(), table);
  }

  @Test
  void whatElseIsInTheTableIsNoRequest() {
    Instant noon = Instant.parse("2100-01-01T12:00:00Z");
    new DynamoDbRevokedLinks(aws.dynamoDb(), table).revoke("link a", noon, noon);
    new DynamoDbErasureWishes(aws.dynamoDb(), table).add(Riders.ada());

    assertThat(requests().all()).isEmpty();
  }

  @Test
  void withoutItsTableEveryCallIsAFaultThatStays() {
    LinkRequests nowhere = new DynamoDbLinkRequests(aws.dynamoDb(), Aws.uniqueName("nowhere"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(nowhere::all)
        .matches(fault -> !fault.retryable());
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.close(Riders.ada()))
        .matches(fault -> !fault.retryable());
  }
}
