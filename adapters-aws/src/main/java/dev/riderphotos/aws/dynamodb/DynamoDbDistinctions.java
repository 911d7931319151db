package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.Distinctions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Pairs as two rows, either way round, which come and go together. */
public final class DynamoDbDistinctions implements Distinctions, UsesAws {
  private final DynamoDbClient client;
  private final String table;

  public DynamoDbDistinctions(DynamoDbClient client, GalleryTables tables) {
    this.client = client;
    this.table = tables.distinctions();
  }

  @Override
  public void add(Appearance one, Appearance other) {
    write(
        one,
        other,
        row -> TransactWriteItem.builder().put(put -> put.tableName(table).item(row)).build());
  }

  @Override
  public void remove(Appearance one, Appearance other) {
    write(
        one,
        other,
        row ->
            TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(row)).build());
  }

  @Override
  public Set<Appearance> from(Appearance face) {
    return AwsFaults.during(
        "read which faces are two people",
        () ->
            client
                .queryPaginator(
                    query ->
                        query
                            .tableName(table)
                            .consistentRead(true)
                            .keyConditionExpression("#one = :one")
                            .expressionAttributeNames(Map.of("#one", GalleryTables.ONE))
                            .expressionAttributeValues(Map.of(":one", text(face.value()))))
                .items()
                .stream()
                .map(row -> new Appearance(textOf(row, GalleryTables.OTHER)))
                .collect(Collectors.toSet()));
  }

  @Override
  public void forget(Appearance face) {
    from(face).forEach(other -> remove(face, other));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new DynamoDbUses(client)
            .table("GalleryDistinctions", table, "Query", "PutItem", "DeleteItem"));
  }

  /** A face may be told apart from itself, which is one row. */
  private void write(
      Appearance one,
      Appearance other,
      Function<Map<String, AttributeValue>, TransactWriteItem> change) {
    List<TransactWriteItem> changes =
        Stream.of(row(one, other), row(other, one)).distinct().map(change).toList();
    var _ =
        AwsFaults.during(
            "write which faces are two people",
            () -> client.transactWriteItems(request -> request.transactItems(changes)));
  }

  private static Map<String, AttributeValue> row(Appearance one, Appearance other) {
    return Map.of(GalleryTables.ONE, text(one.value()), GalleryTables.OTHER, text(other.value()));
  }
}
