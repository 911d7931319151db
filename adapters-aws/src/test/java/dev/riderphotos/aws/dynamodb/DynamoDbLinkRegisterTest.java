package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.testkit.LinkRegisterContract;
import dev.riderphotos.testkit.Riders;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbLinkRegisterTest extends LinkRegisterContract {
  private final Aws aws;
  private final String table;

  DynamoDbLinkRegisterTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbCases::table);
  }

  @Override
  protected LinkRegister register() {
    return new DynamoDbLinkRegister(aws.dynamoDb(), table);
  }

  @Test
  void whatElseIsInTheTableIsNoLink() {
    Sighting ada = Sighting.of(Riders.ada(), Instant.EPOCH);
    assertThat(new DynamoDbSightings(aws.dynamoDb(), table).replace(null, ada)).isTrue();

    assertThat(register().all(Instant.EPOCH, 10)).isEmpty();
  }

  @Test
  void withoutItsTableEveryCallIsAFaultThatStays() {
    LinkRegister nowhere = new DynamoDbLinkRegister(aws.dynamoDb(), Aws.uniqueName("nowhere"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.all(Instant.EPOCH, 10))
        .matches(fault -> !fault.retryable());
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.forget(Riders.ada()))
        .matches(fault -> !fault.retryable());
  }
}
