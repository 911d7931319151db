package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Says what is asked of tables. Writes of a transaction are allowed as the writes that they are.
 */
public final class DynamoDbUses {
  private final DynamoDbClient client;

  public DynamoDbUses(DynamoDbClient client) {
    this.client = client;
  }

  /** Allows asking whether the table is there. */
  AwsUse described(String table) {
    return table("Tables", table, "DescribeTable");
  }

  public AwsUse table(String sid, String table, String... operations) {
    return new AwsUse(sid, AwsUse.actions("dynamodb", operations), Set.of(arn("table/" + table)));
  }

  AwsUse indexes(String sid, String table, List<String> indexes, String... operations) {
    return new AwsUse(
        sid,
        AwsUse.actions("dynamodb", operations),
        indexes.stream()
            .map(index -> arn("table/%s/index/%s".formatted(table, index)))
            .collect(Collectors.toSet()));
  }

  private String arn(String resource) {
    return Arns.of(client.serviceClientConfiguration(), "dynamodb", resource);
  }
}
