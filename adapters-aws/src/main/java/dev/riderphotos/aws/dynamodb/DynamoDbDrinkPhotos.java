package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.BUCKET;
import static dev.riderphotos.aws.dynamodb.Attributes.KEY;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The catalogue as rows under {@code barName} and {@code drinkName}. A bar's drinks are listed by a
 * local index, and so as they were last written. Bars are listed by a global one, in which every
 * drink stands in the place of its bar: a bar that is new or gone may show there a moment late, and
 * a page costs at most one query for each of its bars.
 */
public final class DynamoDbDrinkPhotos implements DrinkPhotos, HealthChecked, UsesAws {
  private static final String BAR = "barName";
  private static final String DRINK = "drinkName";
  private static final String UPDATED = "updatedAt";
  private static final String REPLACED = "replaced";
  private static final String BAR_ORDER = "barOrder";
  private static final String DRINK_ORDER = "drinkOrder";
  private static final String CATALOGUE = "catalogue";
  private static final AttributeValue THE_CATALOGUE = text("drinks");
  private static final String DRINKS_OF_A_BAR = "drinks-of-a-bar";
  private static final String BARS = "bars";

  private final DynamoDbClient client;
  private final String tableName;
  private final ConditionalTable table;

  public DynamoDbDrinkPhotos(DynamoDbClient client, String table) {
    this.client = client;
    this.tableName = table;
    this.table =
        new ConditionalTable(
            client,
            table,
            List.of(BAR, DRINK),
            List.of(BUCKET, KEY, UPDATED, REPLACED),
            "the catalogue");
  }

  public static TableDefinition table(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                Attributes.isText(BAR),
                Attributes.isText(DRINK),
                Attributes.isText(DRINK_ORDER),
                Attributes.isText(CATALOGUE),
                Attributes.isText(BAR_ORDER))
            .keySchema(Attributes.hash(BAR), Attributes.range(DRINK))
            .localSecondaryIndexes(
                LocalSecondaryIndex.builder()
                    .indexName(DRINKS_OF_A_BAR)
                    .keySchema(Attributes.hash(BAR), Attributes.range(DRINK_ORDER))
                    .projection(all -> all.projectionType(ProjectionType.ALL))
                    .build())
            .globalSecondaryIndexes(Attributes.index(BARS, CATALOGUE, BAR_ORDER))
            .build(),
        Optional.empty());
  }

  @Override
  public Optional<DrinkPhoto> find(Drink drink) {
    return table
        .find(Map.of(BAR, text(drink.bar().value()), DRINK, text(drink.name().value())))
        .map(DynamoDbDrinkPhotos::photo);
  }

  @Override
  public Optional<DrinkPhoto> replace(@Nullable DrinkPhoto expected, DrinkPhoto next) {
    return table
        .replace(expected == null ? null : row(expected), row(next))
        .map(DynamoDbDrinkPhotos::photo);
  }

  @Override
  public void delete(DrinkPhoto photo) {
    table.delete(row(photo));
  }

  @Override
  public List<BarName> bars(NamePrefix prefix, @Nullable BarName after, int limit) {
    Set<BarName> found = new LinkedHashSet<>();
    String last = after == null ? null : NameOrder.of(after);
    List<BarName> next;
    do {
      next = barsAfter(last, prefix, limit);
      next.stream().limit(limit - found.size()).forEach(found::add);
      last = next.isEmpty() ? last : NameOrder.of(next.getLast()); // past all drinks of that bar
    } while (!next.isEmpty() && found.size() < limit);
    return List.copyOf(found);
  }

  private List<BarName> barsAfter(@Nullable String after, NamePrefix prefix, int limit) {
    QueryRequest all = query(CATALOGUE, THE_CATALOGUE, BARS).limit(limit).build();
    return AwsFaults.during(
        "read the catalogue",
        () ->
            client.query(NameOrder.from(all, BAR_ORDER, prefix, after)).items().stream()
                .map(row -> new BarName(textOf(row, BAR)))
                .takeWhile(prefix::begins)
                .distinct()
                .toList());
  }

  @Override
  public List<DrinkPhoto> drinks(
      BarName bar, NamePrefix prefix, @Nullable DrinkName after, int limit) {
    QueryRequest all =
        query(BAR, text(bar.value()), DRINKS_OF_A_BAR).consistentRead(true).limit(limit).build();
    String last = after == null ? null : NameOrder.of(after);
    return AwsFaults.during(
        "read the catalogue",
        () ->
            client.queryPaginator(NameOrder.from(all, DRINK_ORDER, prefix, last)).items().stream()
                .map(DynamoDbDrinkPhotos::photo)
                .takeWhile(photo -> prefix.begins(photo.drink().name()))
                .limit(limit)
                .toList());
  }

  @Override
  public String name() {
    return "drinks (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    List<AwsUse> uses = new ArrayList<>(table.uses("Drinks"));
    uses.add(
        new DynamoDbUses(client)
            .indexes("DrinkLists", tableName, List.of(DRINKS_OF_A_BAR, BARS), "Query"));
    return uses;
  }

  @Override
  public void check() {
    table.check();
  }

  private QueryRequest.Builder query(String partition, AttributeValue value, String index) {
    return QueryRequest.builder()
        .tableName(tableName)
        .indexName(index)
        .keyConditionExpression("#partition = :partition")
        .expressionAttributeNames(Map.of("#partition", partition))
        .expressionAttributeValues(Map.of(":partition", value));
  }

  private static Map<String, AttributeValue> row(DrinkPhoto photo) {
    Drink drink = photo.drink();
    Map<String, AttributeValue> row = new HashMap<>();
    row.put(BAR, text(drink.bar().value()));
    row.put(DRINK, text(drink.name().value()));
    row.put(BAR_ORDER, text(NameOrder.of(drink.bar())));
    row.put(DRINK_ORDER, text(NameOrder.of(drink.name())));
    row.put(CATALOGUE, THE_CATALOGUE);
    row.put(BUCKET, text(photo.photo().bucket()));
    row.put(KEY, text(photo.photo().key()));
    row.put(UPDATED, text(photo.updatedAt().toString()));
    if (photo.replaced() != null) {
      row.put(REPLACED, Attributes.photo(photo.replaced()));
    }
    return row;
  }

  private static DrinkPhoto photo(Map<String, AttributeValue> row) {
    AttributeValue replaced = row.get(REPLACED);
    return new DrinkPhoto(
        new Drink(new BarName(textOf(row, BAR)), new DrinkName(textOf(row, DRINK))),
        Attributes.photo(row),
        Instant.parse(textOf(row, UPDATED)),
        replaced == null ? null : Attributes.photo(replaced.m()));
  }
}
