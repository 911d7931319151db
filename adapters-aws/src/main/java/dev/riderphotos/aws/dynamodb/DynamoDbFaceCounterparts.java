package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * An item for each face that was ever paired, which holds all that are the same face, itself among
 * them: they are written together, so that one read tells all.
 */
public final class DynamoDbFaceCounterparts implements FaceCounterparts, UsesAws {
  private static final String FACE = "face";
  private static final String SAME = "same";
  private static final String COLLECTION = "collection";
  private static final String WRITING = "write which faces are one";

  /** Who is refused more often than this is not in a race. */
  private static final int MOST_ATTEMPTS = 100;

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbFaceCounterparts(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  public static TableDefinition table(String name) {
    return TableDefinition.keyedBy(FACE, name);
  }

  @Override
  public void pair(CollectionId one, FaceId face, CollectionId other, FaceId same) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("Both faces are in one collection");
    }
    List<Counterpart> meant = List.of(new Counterpart(one, face), new Counterpart(other, same));
    untilWritten(
        () -> {
          Map<FaceId, List<Counterpart>> before = of(List.of(face, same));
          List<Counterpart> all = new ArrayList<>(known(before, face, same));
          all.removeAll(meant);
          all.addAll(meant);
          return before.getOrDefault(face, List.of()).equals(all)
              ? List.of()
              : all.stream().map(each -> put(each.face(), all, groupOf(each, before))).toList();
        });
  }

  @Override
  public void pair(CollectionId one, CollectionId other, Map<FaceId, FaceId> faces) {
    faces.forEach((face, same) -> pair(one, face, other, same));
  }

  private static List<Counterpart> known(
      Map<FaceId, List<Counterpart>> before, FaceId face, FaceId same) {
    return Stream.of(face, same)
        .flatMap(each -> before.getOrDefault(each, List.of()).stream())
        .distinct()
        .toList();
  }

  /** What the item of a face is to hold before it is written; nothing if it is not there. */
  private static List<Counterpart> groupOf(
      Counterpart face, Map<FaceId, List<Counterpart>> before) {
    return before.values().stream()
        .filter(group -> group.contains(face))
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public Optional<FaceId> in(CollectionId collection, FaceId face) {
    return in(collection, of(face));
  }

  @Override
  public Map<FaceId, FaceId> in(CollectionId collection, Collection<FaceId> faces) {
    Map<FaceId, FaceId> answers = new HashMap<>();
    of(faces)
        .forEach((face, all) -> in(collection, all).ifPresent(there -> answers.put(face, there)));
    return answers;
  }

  private static Optional<FaceId> in(CollectionId collection, List<Counterpart> all) {
    return all.reversed().stream()
        .filter(each -> each.collection().equals(collection))
        .map(Counterpart::face)
        .findFirst();
  }

  @Override
  public List<Counterpart> of(FaceId face) {
    return of(List.of(face)).getOrDefault(face, List.of());
  }

  @Override
  public Map<FaceId, List<Counterpart>> of(Collection<FaceId> faces) {
    List<String> ids = faces.stream().map(FaceId::value).toList();
    Map<FaceId, List<Counterpart>> known = new HashMap<>();
    AwsFaults.during("read which faces are one", () -> ItemBatch.read(client, table, FACE, ids))
        .forEach(item -> known.put(new FaceId(textOf(item, FACE)), group(item)));
    return known;
  }

  @Override
  public void part(FaceId face) {
    untilWritten(
        () -> {
          List<Counterpart> all = of(face);
          List<Counterpart> others =
              all.stream().filter(each -> !each.face().equals(face)).toList();
          return all.stream()
              .map(
                  each ->
                      others.contains(each) && others.size() > 1
                          ? put(each.face(), others, all)
                          : delete(each.face(), all))
              .toList();
        });
  }

  @Override
  public void forget(FaceId face) {
    untilWritten(
        () -> {
          List<Counterpart> all = of(face);
          return all.stream().map(each -> delete(each.face(), all)).toList();
        });
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(table),
        uses.table("FaceCounterparts", table, "BatchGetItem", "PutItem", "DeleteItem"));
  }

  /** What is to be written depends on what is there. */
  private interface Change {
    List<TransactWriteItem> writes();
  }

  private void untilWritten(Change change) {
    for (int attempt = 1; ; attempt++) {
      List<TransactWriteItem> writes = change.writes();
      try {
        if (!writes.isEmpty()) {
          var _ =
              AwsFaults.during(
                  WRITING, () -> client.transactWriteItems(call -> call.transactItems(writes)));
        }
        return;
      } catch (BackendException fault) {
        boolean raced = fault.getCause() instanceof TransactionCanceledException;
        if (!raced || attempt == MOST_ATTEMPTS) {
          throw fault;
        }
      }
    }
  }

  private TransactWriteItem put(FaceId face, List<Counterpart> all, List<Counterpart> before) {
    Map<String, AttributeValue> item = new HashMap<>(key(face));
    item.put(SAME, value(all));
    Put.Builder put = Put.builder().tableName(table).item(item);
    if (before.isEmpty()) {
      put.conditionExpression("attribute_not_exists(#face)")
          .expressionAttributeNames(Map.of("#face", FACE));
    } else {
      put.conditionExpression("#same = :before")
          .expressionAttributeNames(Map.of("#same", SAME))
          .expressionAttributeValues(Map.of(":before", value(before)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private TransactWriteItem delete(FaceId face, List<Counterpart> before) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(table)
                    .key(key(face))
                    .conditionExpression("#same = :before")
                    .expressionAttributeNames(Map.of("#same", SAME))
                    .expressionAttributeValues(Map.of(":before", value(before))))
        .build();
  }

  private static Map<String, AttributeValue> key(FaceId face) {
    return Map.of(FACE, text(face.value()));
  }

  private static AttributeValue value(List<Counterpart> all) {
    return AttributeValue.fromL(
        all.stream()
            .map(
                each ->
                    AttributeValue.fromM(
                        Map.of(
                            COLLECTION, text(each.collection().value()),
                            FACE, text(each.face().value()))))
            .toList());
  }

  private static List<Counterpart> group(Map<String, AttributeValue> item) {
    return Attributes.valueOf(item, SAME).l().stream()
        .map(AttributeValue::m)
        .map(
            each ->
                new Counterpart(
                    new CollectionId(textOf(each, COLLECTION)), new FaceId(textOf(each, FACE))))
        .toList();
  }
}
