package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SightingsContract;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbSightingsTest extends SightingsContract {
  private final Aws aws;
  private final Sightings sightings;

  DynamoDbSightingsTest(Aws aws) {
    this.aws = aws;
    this.sightings = new DynamoDbSightings(aws.dynamoDb(), aws.newTable(DynamoDbCases::table));
  }

  @Override
  protected Sightings sightings() {
    return sightings;
  }

  @Test
  void withoutItsTableEveryCallIsAFaultThatStays() {
    Sightings nowhere = new DynamoDbSightings(aws.dynamoDb(), Aws.uniqueName("nowhere"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.find(Riders.ada()))
        .matches(fault -> !fault.retryable());
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.forget(Riders.ada()))
        .matches(fault -> !fault.retryable());
  }
}
