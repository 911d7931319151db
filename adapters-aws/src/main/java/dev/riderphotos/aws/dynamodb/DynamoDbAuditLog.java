package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.SharedTable.Change;
import dev.riderphotos.aws.dynamodb.SharedTable.Key;
import dev.riderphotos.documents.AuditJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An item for each entry, one for the head, and one for each note. An entry is written together
 * with the head, on condition that the head is the one that it follows. Those of one process queue
 * up for that; those of several try again.
 */
public final class DynamoDbAuditLog implements AuditLog, HealthChecked, UsesAws {
  private static final String ENTRIES = "entry";
  private static final String NOTES = "note";
  private static final Key HEAD = new Key("head", "head");

  private static final String AT = "at";
  private static final String WHO = "who";
  private static final String WHO_ID = "whoId";
  private static final String WHO_NAME = "whoName";
  private static final String ORIGIN = "origin";
  private static final String ACT = "act";
  private static final String ABOUT = "about";
  private static final String DETAIL = "detail";
  private static final String RIDERS = "riders";
  private static final String PREVIOUS = "previous";
  private static final String HASH = "hash";

  private final SharedTable table;
  private final ReentrantLock turn = new ReentrantLock(true);

  public DynamoDbAuditLog(DynamoDbClient client, String table) {
    this.table = new SharedTable(client, table);
  }

  public static TableDefinition table(String name) {
    return SharedTable.lasting(name);
  }

  @Override
  public AuditEntry append(Continuation next) {
    turn.lock();
    try {
      return table.untilWritten("add to the audit", () -> addition(next));
    } finally {
      turn.unlock();
    }
  }

  private Change<AuditEntry> addition(Continuation next) {
    Optional<String> head = headDocument();
    Optional<AuditEntry> last =
        AwsFaults.during("read the audit", () -> table.last(ENTRIES)).map(DynamoDbAuditLog::entry);
    Addition addition =
        next.of(new End(head.map(AuditJson::readHead).orElse(null), last.orElse(null)));
    Map<String, AttributeValue> headItem = new HashMap<>(HEAD.attributes());
    headItem.put(SharedTable.DOCUMENT, text(AuditJson.write(addition.settled())));
    TransactWriteItem writeHead =
        head.map(document -> table.replace(document, headItem))
            .orElseGet(() -> table.add(headItem));
    return new Change<>(List.of(table.add(item(addition.entry())), writeHead), addition.entry());
  }

  private Optional<String> headDocument() {
    return table
        .find("read how far the audit goes", HEAD)
        .map(item -> Optional.ofNullable(given(item, SharedTable.DOCUMENT)).orElse(""));
  }

  @Override
  public Optional<AuditHead> head() {
    return headDocument().map(AuditJson::readHead);
  }

  @Override
  public List<AuditEntry> after(Filter filter, long number, int limit) {
    return page(filter, limit, () -> table.queryAfter(ENTRIES, place(number)));
  }

  @Override
  public List<AuditEntry> before(Filter filter, long number, int limit) {
    return page(filter, limit, () -> table.queryBack(ENTRIES, place(number)));
  }

  private interface Query {
    Stream<Map<String, AttributeValue>> items();
  }

  private static List<AuditEntry> page(Filter filter, int limit, Query query) {
    return AwsFaults.during(
        "read the audit",
        () ->
            query
                .items()
                .map(DynamoDbAuditLog::entry)
                .filter(filter::passes)
                .limit(limit)
                .toList());
  }

  @Override
  public void note(long number, String text, List<String> riders) {
    Map<String, AttributeValue> item = new HashMap<>(noteKey(number).attributes());
    item.put(SharedTable.DOCUMENT, text(text));
    item.put(RIDERS, text(String.join(" ", riders)));
    write("note beside the audit", table.put(item));
  }

  @Override
  public Map<Long, String> notes(Collection<Long> numbers) {
    Map<Long, String> notes = new HashMap<>();
    for (Long number : numbers) {
      table
          .find("read notes beside the audit", noteKey(number))
          .ifPresent(item -> notes.put(number, textOf(item, SharedTable.DOCUMENT)));
    }
    return notes;
  }

  @Override
  public boolean deleteNote(long number) {
    boolean there = table.find("delete a note beside the audit", noteKey(number)).isPresent();
    write("delete a note beside the audit", table.delete(noteKey(number)));
    return there;
  }

  @Override
  public void deleteNotesOn(String rider) {
    List<Map<String, AttributeValue>> found =
        AwsFaults.during(
            "delete notes beside the audit",
            () -> table.query(NOTES).filter(item -> textOf(item, RIDERS).contains(rider)).toList());
    for (Map<String, AttributeValue> item : found) {
      write(
          "delete notes beside the audit",
          table.delete(new Key(NOTES, textOf(item, SharedTable.IS))));
    }
  }

  private void write(String doing, TransactWriteItem write) {
    boolean _ = table.untilWritten(doing, () -> new Change<>(List.of(write), true));
  }

  private static Key noteKey(long number) {
    return new Key(NOTES, place(number));
  }

  /** All of one length, so that they are in order. */
  private static String place(long number) {
    return "%019d".formatted(number);
  }

  private static Map<String, AttributeValue> item(AuditEntry entry) {
    Actor who = entry.origin().who();
    Map<String, AttributeValue> item =
        new HashMap<>(new Key(ENTRIES, place(entry.number())).attributes());
    item.put(AT, number(entry.at().toEpochMilli()));
    item.put(WHO, text(who.kind().word()));
    putIfGiven(item, WHO_ID, who.id());
    putIfGiven(item, WHO_NAME, who.name());
    putIfGiven(item, ORIGIN, entry.origin().from());
    item.put(ACT, text(entry.act().word()));
    putIfGiven(item, ABOUT, entry.about());
    putIfGiven(item, DETAIL, entry.detail());
    item.put(RIDERS, text(String.join(" ", entry.riders())));
    item.put(PREVIOUS, text(entry.previous()));
    item.put(HASH, text(entry.hash()));
    return item;
  }

  private static void putIfGiven(
      Map<String, AttributeValue> item, String attribute, @Nullable String value) {
    if (value != null) {
      item.put(attribute, text(value));
    }
  }

  private static AuditEntry entry(Map<String, AttributeValue> item) {
    long number = Long.parseLong(textOf(item, SharedTable.IS));
    try {
      Actor.Kind who = Actor.Kind.of(textOf(item, WHO)).orElseThrow();
      return new AuditEntry(
          number,
          Instant.ofEpochMilli(Long.parseLong(Attributes.valueOf(item, AT).n())),
          new Origin(
              new Actor(who, given(item, WHO_ID), given(item, WHO_NAME)), given(item, ORIGIN)),
          Act.of(textOf(item, ACT)).orElseThrow(),
          given(item, ABOUT),
          given(item, DETAIL),
          riders(textOf(item, RIDERS)),
          textOf(item, PREVIOUS),
          textOf(item, HASH));
    } catch (RuntimeException noneOfOurs) {
      return AuditEntry.unreadable(number);
    }
  }

  private static List<String> riders(String hashes) {
    return hashes.isEmpty() ? List.of() : Arrays.asList(hashes.split(" ", -1));
  }

  private static @Nullable String given(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    return value == null ? null : value.s();
  }

  @Override
  public String name() {
    return "audit (DynamoDB)";
  }

  @Override
  public void check() {
    table.check("the audit");
  }

  @Override
  public List<AwsUse> uses() {
    return table.uses("Audit", "GetItem", "Query", "PutItem", "DeleteItem");
  }
}
