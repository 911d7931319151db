package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.SharedTable.Change;
import dev.riderphotos.aws.dynamodb.SharedTable.Key;
import dev.riderphotos.documents.ReviewJson;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Kind;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A case as items that are written together: one by its id, which the others follow; one in the
 * list of all and in that of its state, one for each of its riders, one in the list of what is due;
 * and while it is not closed, one by its subject, which there is once.
 */
public final class DynamoDbCases implements Cases, HealthChecked, UsesAws {
  private static final String ALL = "cases";
  private static final String DUE = "due";
  private static final String ITSELF = "case";

  private final DynamoDbClient client;
  private final SharedTable table;
  private final Duration retention;
  private final AnnouncementTable announcements;

  /** Cases of which nobody wants to be told. */
  public DynamoDbCases(DynamoDbClient client, String table, Duration retention) {
    this(client, table, retention, AnnouncementTable.NONE);
  }

  /**
   * Makes them.
   *
   * @param retention after which closed ones expire that nothing is to be done with
   * @param announcements where decisions are announced, if they are
   */
  public DynamoDbCases(
      DynamoDbClient client, String table, Duration retention, AnnouncementTable announcements) {
    this.client = client;
    this.table = new SharedTable(client, table);
    this.retention = retention;
    this.announcements = announcements;
  }

  /** What cases and judgements are kept in. */
  public static TableDefinition table(String name) {
    return SharedTable.definition(name);
  }

  @Override
  public Case open(Case fresh) {
    return table.untilWritten(
        "open a case",
        () -> {
          Optional<Case> there = find(fresh.id()).or(() -> unclosed(fresh.subject()));
          return there.isPresent()
              ? new Change<>(List.of(), there.get())
              : new Change<>(adding(fresh), fresh);
        });
  }

  private Optional<Case> unclosed(String subject) {
    return table
        .find("read a case", subjectKey(subject))
        .flatMap(item -> find(CaseId.of(textOf(item, SharedTable.DOCUMENT))));
  }

  private List<TransactWriteItem> adding(Case fresh) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.add(item(key(fresh.id()), fresh)));
    if (fresh.state() != CaseState.CLOSED) {
      writes.add(table.add(lock(fresh)));
    }
    lists(fresh).forEach(key -> writes.add(table.put(item(key, fresh))));
    return writes;
  }

  @Override
  public Optional<Case> find(CaseId id) {
    return table.find("read a case", key(id)).map(DynamoDbCases::read);
  }

  @Override
  public Page list(Filter filter, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one case");
    }
    String of = filter.state() == null ? ALL : ofState(filter.state());
    List<Case> found =
        AwsFaults.during(
            "list cases",
            () ->
                (after == null ? table.query(of) : table.queryAfter(of, place(after)))
                    .map(DynamoDbCases::read)
                    .filter(filter::passes)
                    .limit(limit + 1L)
                    .toList());
    boolean more = found.size() > limit;
    List<Case> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? new Cursor(place(page.getLast())) : null);
  }

  private static String place(Cursor cursor) {
    if (!cursor.value().matches("\\d{20}\\.[0-9a-f-]{36}")) {
      throw new IllegalArgumentException("Not a cursor of this list");
    }
    return cursor.value();
  }

  @Override
  public List<Case> of(RiderId rider) {
    return AwsFaults.during(
        "read a rider's cases",
        () -> table.query(ofRider(rider)).map(DynamoDbCases::read).toList());
  }

  @Override
  public List<Case> due(Instant now, int limit) {
    return AwsFaults.during(
        "read which cases are due",
        () ->
            table.queryUntil(DUE, time(now) + "~").limit(limit).map(DynamoDbCases::read).toList());
  }

  @Override
  public Optional<Case> change(CaseId id, UnaryOperator<Case> change) {
    return table.untilWritten(
        "change a case",
        () -> {
          Optional<Map<String, AttributeValue>> item = table.find("read a case", key(id));
          if (item.isEmpty()) {
            return new Change<>(List.of(), Optional.empty());
          }
          Case before = read(item.get());
          Case next = change.apply(before);
          return new Change<>(
              next.equals(before)
                  ? List.of()
                  : changing(before, textOf(item.get(), SharedTable.DOCUMENT), next),
              Optional.of(next));
        });
  }

  private List<TransactWriteItem> changing(Case before, String document, Case next) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.replace(document, item(key(next.id()), next)));
    Set<Key> present = lists(next);
    lists(before).stream()
        .filter(key -> !present.contains(key))
        .forEach(key -> writes.add(table.delete(key)));
    present.forEach(key -> writes.add(table.put(item(key, next))));
    if (before.state() != CaseState.CLOSED && next.state() == CaseState.CLOSED) {
      writes.add(table.delete(subjectKey(before.subject())));
    }
    writes.addAll(announcements.of(before, next));
    return writes;
  }

  @Override
  public void delete(CaseId id) {
    boolean _ =
        table.untilWritten(
            "delete a case",
            () ->
                table
                    .find("read a case", key(id))
                    .map(item -> new Change<>(deleting(item), true))
                    .orElseGet(() -> new Change<>(List.of(), false)));
  }

  private List<TransactWriteItem> deleting(Map<String, AttributeValue> item) {
    Case gone = read(item);
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.delete(key(gone.id()), textOf(item, SharedTable.DOCUMENT)));
    lists(gone).forEach(key -> writes.add(table.delete(key)));
    if (gone.state() != CaseState.CLOSED) {
      writes.add(table.delete(subjectKey(gone.subject())));
    }
    return writes;
  }

  @Override
  public Backlog backlog() {
    List<Case> open =
        AwsFaults.during(
            "count the open cases",
            () -> table.query(ofState(CaseState.OPEN)).map(DynamoDbCases::read).toList());
    Map<Kind, Long> counts =
        open.stream().collect(Collectors.groupingBy(Case::kind, Collectors.counting()));
    return new Backlog(counts, open.isEmpty() ? null : open.getFirst().openedAt());
  }

  @Override
  public String name() {
    return "reviews (DynamoDB)";
  }

  @Override
  public void check() {
    table.check("reviews");
  }

  @Override
  public List<AwsUse> uses() {
    return announcements.and(
        client, table.uses("Reviews", "GetItem", "Query", "PutItem", "DeleteItem"));
  }

  /** Where it is listed. */
  private static Set<Key> lists(Case of) {
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(new Key(ALL, place(of)));
    keys.add(new Key(ofState(of.state()), place(of)));
    of.riders().forEach(rider -> keys.add(new Key(ofRider(rider), place(of))));
    Stream.ofNullable(of.due()).forEach(due -> keys.add(new Key(DUE, time(due) + "." + of.id())));
    return keys;
  }

  private static String place(Case of) {
    return time(of.openedAt()) + "." + of.id();
  }

  /** Nanoseconds since 1970, all of one length. */
  private static String time(Instant at) {
    long seconds = Math.max(0, Math.min(at.getEpochSecond(), Integer.MAX_VALUE * 4L));
    return "%011d%09d".formatted(seconds, at.getNano());
  }

  private static Key key(CaseId id) {
    return new Key("case " + id, ITSELF);
  }

  private static Key subjectKey(String subject) {
    return new Key("subject " + subject, ITSELF);
  }

  private static String ofState(CaseState state) {
    return "state " + state;
  }

  private static String ofRider(RiderId rider) {
    return "rider " + rider.value();
  }

  private Map<String, AttributeValue> item(Key key, Case of) {
    Map<String, AttributeValue> item = new HashMap<>(key.attributes());
    item.put(SharedTable.DOCUMENT, text(ReviewJson.write(of)));
    Instant end = of.closedAt();
    if (end != null && of.due() == null) {
      item.put(SharedTable.EXPIRES, number(end.plus(retention).getEpochSecond()));
    }
    return item;
  }

  private static Map<String, AttributeValue> lock(Case of) {
    Map<String, AttributeValue> item = new HashMap<>(subjectKey(of.subject()).attributes());
    item.put(SharedTable.DOCUMENT, text(of.id().toString()));
    return item;
  }

  private static Case read(Map<String, AttributeValue> item) {
    return ReviewJson.readCase(textOf(item, SharedTable.DOCUMENT));
  }
}
