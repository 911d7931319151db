package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.AwsFaults;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * A table as its adapter needs it.
 *
 * @param request without a billing mode: tables are paid by use
 * @param expiry the attribute that says when a row may be dropped, if there is one
 */
public record TableDefinition(CreateTableRequest request, Optional<String> expiry) {

  /** A table whose items are found by one attribute, a text. */
  public static TableDefinition keyedBy(String key, String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(key))
            .keySchema(Attributes.hash(key))
            .build(),
        Optional.empty());
  }

  public String name() {
    return request.tableName();
  }

  /**
   * Makes the table, and returns when it can be used. One that is there is left as it is, but for
   * its expiry.
   */
  public void create(DynamoDbClient client) {
    AwsFaults.during(
        "create table " + name(),
        () -> {
          createIfAbsent(client);
          client.waiter().waitUntilTableExists(wanted -> wanted.tableName(name()));
          expiry.ifPresent(attribute -> expire(client, attribute));
          return name();
        });
  }

  private void createIfAbsent(DynamoDbClient client) {
    try {
      client.createTable(request.toBuilder().billingMode(BillingMode.PAY_PER_REQUEST).build());
    } catch (ResourceInUseException _) {
      // It is there.
    }
  }

  private void expire(DynamoDbClient client, String attribute) {
    TimeToLiveDescription present =
        client.describeTimeToLive(wanted -> wanted.tableName(name())).timeToLiveDescription();
    if (present.timeToLiveStatus() == TimeToLiveStatus.DISABLED) {
      client.updateTimeToLive(
          change ->
              change
                  .tableName(name())
                  .timeToLiveSpecification(
                      expires -> expires.enabled(true).attributeName(attribute)));
    }
  }
}
