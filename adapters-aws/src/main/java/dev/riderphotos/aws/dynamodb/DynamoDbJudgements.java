package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.SharedTable.Change;
import dev.riderphotos.aws.dynamodb.SharedTable.Key;
import dev.riderphotos.documents.ReviewJson;
import dev.riderphotos.review.Judgement;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.rider.RiderId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Judgements as items, one for each rider whom it is about, that come and go together. */
public final class DynamoDbJudgements implements Judgements, UsesAws {
  private final SharedTable table;

  public DynamoDbJudgements(DynamoDbClient client, String table) {
    this.table = new SharedTable(client, table);
  }

  @Override
  public void add(Judgement judgement) {
    boolean _ =
        table.untilWritten(
            "note a judgement",
            () ->
                new Change<>(
                    isNoted(judgement)
                        ? List.of()
                        : writes(judgement, key -> table.add(item(key, judgement))),
                    true));
  }

  private boolean isNoted(Judgement judgement) {
    RiderId any = judgement.riders().iterator().next();
    return table.find("read what was judged", key(any, judgement)).isPresent();
  }

  @Override
  public void remove(Judgement judgement) {
    boolean _ =
        table.untilWritten(
            "take a judgement back", () -> new Change<>(writes(judgement, table::delete), true));
  }

  @Override
  public List<Judgement> of(RiderId rider) {
    return AwsFaults.during(
        "read what was judged",
        () ->
            table
                .query(of(rider.value()))
                .map(item -> ReviewJson.readJudgement(textOf(item, SharedTable.DOCUMENT)))
                .toList());
  }

  @Override
  public void forget(RiderId rider) {
    of(rider).forEach(this::remove);
  }

  @Override
  public List<AwsUse> uses() {
    return table.uses("Reviews", "GetItem", "Query", "PutItem", "DeleteItem");
  }

  private static List<TransactWriteItem> writes(
      Judgement judgement, Function<Key, TransactWriteItem> write) {
    return judgement.riders().stream().map(rider -> write.apply(key(rider, judgement))).toList();
  }

  private static Key key(RiderId rider, Judgement judgement) {
    return new Key(of(rider.value()), digest(judgement.key()));
  }

  private static String of(String rider) {
    return "judged " + rider;
  }

  /** A second key has less room than a judgement's may need. */
  private static String digest(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static Map<String, AttributeValue> item(Key key, Judgement judgement) {
    Map<String, AttributeValue> item = new HashMap<>(key.attributes());
    item.put(SharedTable.DOCUMENT, text(ReviewJson.write(judgement)));
    return item;
  }
}
