package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.review.Cases;
import dev.riderphotos.testkit.AnnouncementsContract;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Duration;
import java.time.InstantSource;

@OnAws
class DynamoDbAnnouncementsTest extends AnnouncementsContract {
  private final Aws aws;
  private final AnnouncementTable table;
  private final String cases;
  private final String links;
  private final Executions executions;

  DynamoDbAnnouncementsTest(Aws aws) {
    this.aws = aws;
    this.table = new AnnouncementTable(Announcing.ALL, aws.newTable(DynamoDbAnnouncements::table));
    this.cases = aws.newTable(DynamoDbCases::table);
    this.links = aws.newTable(DynamoDbRevokedLinks::table);
    this.executions =
        new DynamoDbExecutions(
            aws.dynamoDb(),
            aws.newTable(DynamoDbExecutions::table),
            Duration.ofSeconds(30),
            Duration.ofDays(90),
            () -> CaseFiles.NOON,
            table);
  }

  @Override
  protected Announcements announcements() {
    return new DynamoDbAnnouncements(aws.dynamoDb(), table.name());
  }

  @Override
  protected Executions executions() {
    return executions;
  }

  @Override
  protected Cases cases() {
    return new DynamoDbCases(aws.dynamoDb(), cases, Duration.ofDays(90), table);
  }

  @Override
  protected ErasureWishes wishes(InstantSource clock) {
    return new DynamoDbErasureWishes(aws.dynamoDb(), links, table, clock);
  }

  @Override
  protected void announce(OfRider announcement) {
    var _ =
        aws.dynamoDb().transactWriteItems(call -> call.transactItems(table.adding(announcement)));
  }

  @Override
  protected void breakAnnouncements() {
    var _ = aws.dynamoDb().deleteTable(gone -> gone.tableName(table.name()));
    aws.removeAfterwards(() -> DynamoDbAnnouncements.table(table.name()).create(aws.dynamoDb()));
  }
}
