package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A table, paid by use, of which every second of the last weeks can be brought back. */
public final class DynamoDbTable implements AwsResource {
  private final DynamoDbClient dynamoDb;
  private final TableDefinition definition;

  public DynamoDbTable(DynamoDbClient dynamoDb, TableDefinition definition) {
    this.dynamoDb = dynamoDb;
    this.definition = definition;
  }

  @Override
  public Part check() {
    return AwsParts.check("table " + definition.name(), this::isThere);
  }

  @Override
  public List<Part> create() {
    return List.of(
        AwsParts.ensure(
            "table " + definition.name(), this::isThere, () -> definition.create(dynamoDb)),
        AwsParts.ensure(
            "table %s: point-in-time recovery".formatted(definition.name()),
            this::isRecoverable,
            this::makeRecoverable));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(new DynamoDbUses(dynamoDb).described(definition.name()));
  }

  @Override
  public List<AwsUse> makes() {
    DynamoDbUses uses = new DynamoDbUses(dynamoDb);
    List<AwsUse> makes = new ArrayList<>();
    makes.add(
        uses.table(
            "MakeTables",
            definition.name(),
            "CreateTable",
            "DescribeContinuousBackups",
            "UpdateContinuousBackups"));
    if (definition.expiry().isPresent()) {
      makes.add(
          uses.table("ExpireRows", definition.name(), "DescribeTimeToLive", "UpdateTimeToLive"));
    }
    return makes;
  }

  private boolean isThere() {
    try {
      return dynamoDb.describeTable(request -> request.tableName(definition.name())) != null;
    } catch (ResourceNotFoundException absent) {
      return false;
    }
  }

  private boolean isRecoverable() {
    return dynamoDb
            .describeContinuousBackups(request -> request.tableName(definition.name()))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription()
            .pointInTimeRecoveryStatus()
        == PointInTimeRecoveryStatus.ENABLED;
  }

  private void makeRecoverable() {
    var _ =
        dynamoDb.updateContinuousBackups(
            request ->
                request
                    .tableName(definition.name())
                    .pointInTimeRecoverySpecification(
                        recovery -> recovery.pointInTimeRecoveryEnabled(true)));
  }
}
