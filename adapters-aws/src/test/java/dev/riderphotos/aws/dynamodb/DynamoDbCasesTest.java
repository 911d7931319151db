package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.CasesContract;
import dev.riderphotos.testkit.Riders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnAws
class DynamoDbCasesTest extends CasesContract {
  private static final Duration RETENTION = Duration.ofDays(120);
  private static final Instant END = CaseFiles.NOON.plusSeconds(60);

  private final Aws aws;
  private final String table;
  private final Cases cases;

  DynamoDbCasesTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbCases::table);
    this.cases = new DynamoDbCases(aws.dynamoDb(), table, RETENTION);
  }

  @Override
  protected Cases cases() {
    return cases;
  }

  @Test
  void whatIsClosedExpiresOnceNothingIsToBeDoneWithIt() {
    Case open =
        cases.open(CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), CaseFiles.NOON));
    assertThat(expiries()).isNotEmpty().allMatch(Optional::isEmpty);

    close(open, END.plusSeconds(1));
    assertThat(expiries()).isNotEmpty().allMatch(Optional::isEmpty);

    assertThat(cases.change(open.id(), Case::done)).isPresent();
    assertThat(expiries())
        .isNotEmpty()
        .allMatch(Optional.of(String.valueOf(END.plus(RETENTION).getEpochSecond()))::equals);
  }

  private void close(Case open, @Nullable Instant photoGoes) {
    assertThat(cases.change(open.id(), each -> each.closed(Outcome.CARRIED_OUT, END, photoGoes)))
        .isPresent();
  }

  private List<Optional<String>> expiries() {
    return aws.dynamoDb().scan(scan -> scan.tableName(table)).items().stream()
        .map(DynamoDbCasesTest::expiry)
        .toList();
  }

  private static Optional<String> expiry(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("expiresAt")).map(AttributeValue::n);
  }
}
