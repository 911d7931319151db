package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.testkit.ErasureWishesContract;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbErasureWishesTest extends ErasureWishesContract {
  private final Aws aws;
  private final String table;

  DynamoDbErasureWishesTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbRevokedLinks::table);
  }

  @Override
  protected ErasureWishes wishes() {
    return new DynamoDbErasureWishes(aws.dynamoDb(), table);
  }

  @Test
  void linksThatAreRevokedInTheSameTableAreLeftAlone() {
    Instant noon = Instant.parse("2100-01-01T12:00:00Z");
    DynamoDbRevokedLinks links = new DynamoDbRevokedLinks(aws.dynamoDb(), table);
    wishes().add(Riders.ada());
    links.revoke("link a", noon, noon);

    assertThat(links.revokedUntil(List.of("link a", "link b"))).containsEntry("link a", noon);
    assertThat(wishes().all()).containsExactly(Riders.ada());
  }

  @Test
  void withoutItsTableEveryCallIsAFaultThatStays() {
    ErasureWishes nowhere = new DynamoDbErasureWishes(aws.dynamoDb(), Aws.uniqueName("nowhere"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.add(Riders.ada()))
        .matches(fault -> !fault.retryable());
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(nowhere::all)
        .matches(fault -> !fault.retryable());
  }
}
