package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.testkit.ExecutionsContract;
import dev.riderphotos.testkit.Journals;
import dev.riderphotos.testkit.Riders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnAws
class DynamoDbExecutionsTest extends ExecutionsContract {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Aws aws;
  private final String table;
  private final DynamoDbExecutions executions;
  private final Execution running = Journals.running(Riders.ada(), NOON);
  private Instant now = NOON;

  DynamoDbExecutionsTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbExecutions::table);
    this.executions = process();
  }

  @Override
  protected Executions executions() {
    return executions;
  }

  @Override
  protected Executions ofTheNextProcess() {
    now = now.plus(LEASE).plusMillis(1);
    return process();
  }

  @Test
  void whatAnotherLivingProcessHoldsCannotBeClaimed() {
    DynamoDbExecutions other = process();
    Execution _ = executions.start(running);

    assertThat(other.claim(running.id())).isFalse();
    assertThat(other.unfinished()).isEmpty();
    assertThat(other.start(running)).isEqualTo(running);
    assertThat(other.claim(running.id())).isFalse();
  }

  @Test
  void aLeaseThatIsRenewedDoesNotRunOut() {
    DynamoDbExecutions other = process();
    Execution _ = executions.start(running);

    for (int times = 0; times < 3; times++) {
      now = now.plus(LEASE);
      executions.renew();
    }
    now = now.plus(LEASE);
    assertThat(other.claim(running.id())).isFalse();

    executions.save(running);
    now = now.plus(LEASE);
    assertThat(other.claim(running.id())).isFalse();
  }

  @Test
  void whoWasTakenOverIsRefusedForEver() {
    Execution _ = executions.start(running);
    Execution verified = Journals.ended(running, Status.VERIFIED, true);
    Executions successor = ofTheNextProcess();

    assertThat(successor.claim(running.id())).isTrue();

    assertThatThrownBy(() -> executions.save(running)).isInstanceOf(TakenOverException.class);
    assertThat(executions.claim(running.id())).isFalse();
    successor.save(verified);
    now = now.plus(LEASE).plus(LEASE);
    assertThatThrownBy(() -> executions.save(running)).isInstanceOf(TakenOverException.class);
    assertThat(executions.find(running.id())).contains(verified);
    executions.renew();
    assertThat(executions.claim(running.id())).isFalse();
  }

  @Test
  void whatIsForgottenDoesNotComeBack() {
    Execution _ = executions.start(running);
    executions.delete(running.id());

    assertThatThrownBy(() -> executions.save(running)).isInstanceOf(TakenOverException.class);
    assertThat(executions.find(running.id())).isEmpty();
  }

  @Test
  void onlyWhatIsFinishedExpires() {
    Execution _ = executions.start(running);
    assertThat(item()).doesNotContainKey("expiresAt");

    executions.save(Journals.ended(running, Status.FAILED, false));
    assertThat(item()).doesNotContainKey("expiresAt");

    executions.save(Journals.ended(running, Status.FAILED, true));
    assertThat(item())
        .containsEntry(
            "expiresAt",
            AttributeValue.fromN(
                String.valueOf(NOON.plusSeconds(1).plus(RETENTION).getEpochSecond())));
  }

  private Map<String, AttributeValue> item() {
    return aws.dynamoDb()
        .getItem(
            get ->
                get.tableName(table)
                    .key(Map.of("executionId", AttributeValue.fromS(running.id().toString()))))
        .item();
  }

  private DynamoDbExecutions process() {
    return new DynamoDbExecutions(aws.dynamoDb(), table, LEASE, RETENTION, () -> now);
  }
}
